import { onceAsked } from '../../base/once.ts'

/**
 * The grammar (a file of highlight.js/lib/languages) for the word behind a fence, in any case; undefined where there
 * is none, and for plain text.
 */
export function grammarOf(language: string): string | undefined {
  const name = language.toLowerCase()
  if (PLAIN.has(name)) return undefined
  return grammarsByName().get(name) ?? (ALONE.has(name) ? name : undefined)
}

/** Of two grammars that claim a name, the first has it. */
const grammarsByName = onceAsked(
  (): ReadonlyMap<string, string> =>
    new Map(
      WITH_OTHER_NAMES.toReversed().flatMap(([grammar, names]) => names.map((name) => [name, grammar])),
    ),
)

/** Grammars that run inside of others: they must be there first, and nothing else may be, or output would depend on it. */
export const embedded: Readonly<Record<string, readonly string[]>> = {
  asciidoc: ['xml'],
  'clojure-repl': ['clojure'],
  coffeescript: ['javascript'],
  cos: ['sql', 'javascript', 'xml'],
  dart: ['markdown'],
  django: ['xml'],
  dockerfile: ['bash'],
  dust: ['xml'],
  erb: ['xml', 'ruby'],
  haml: ['ruby'],
  handlebars: ['xml'],
  http: ['json', 'xml'],
  javascript: ['xml', 'css', 'graphql'],
  'julia-repl': ['julia'],
  livescript: ['javascript'],
  markdown: ['xml'],
  mojolicious: ['xml', 'perl'],
  nix: ['markdown'],
  'node-repl': ['javascript'],
  parser3: ['xml'],
  perl: ['mojolicious'],
  pgsql: ['perl', 'python', 'tcl', 'r', 'lua', 'java', 'php', 'ruby', 'bash', 'xml', 'json', 'scheme'],
  'php-template': ['xml', 'php'],
  'python-repl': ['python'],
  qml: ['xml'],
  shell: ['bash'],
  tap: ['yaml'],
  twig: ['xml'],
  typescript: ['xml', 'css', 'graphql'],
  'vbscript-html': ['xml', 'vbscript'],
  xml: ['css', 'javascript'],
  xquery: ['xml'],
  yaml: ['ruby'],
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

const PLAIN: ReadonlySet<string> = new Set(
  words('text txt plain plaintext none no-highlight nohighlight fallback'),
)

/** Grammars that nobody calls otherwise. */
const ALONE: ReadonlySet<string> = new Set(
  words(`
    1c abnf accesslog arcade aspectj autoit avrasm bnf cal ceylon clojure-repl coq csp css d dart dsconfig ebnf
    elm erlang-repl fix flix glsl gml golo gradle groovy haml hsp irpf90 isbl ldif leaf less livecodeserver llvm
    lsl maxima mel mizar mojolicious monkey n1ql node-repl oxygene parser3 pony profile prolog rib rsl
    ruleslanguage sas scala scilab smali sml sqf stan step21 subunit swift taggerscript tap tcl thrift tp
    vbscript-html vhdl wren
  `),
)

/**
 * Grammars with what they are also called: by highlight.js, and by chroma, which Hugo's authors write for. Where
 * chroma has a language of its own and highlight.js none, the grammar that reads it best.
 */
const WITH_OTHER_NAMES: readonly (readonly [string, readonly string[]])[] = Object.entries({
  actionscript: 'as as3 actionscript3',
  ada: 'ada95 ada2005',
  angelscript: 'asc',
  apache: 'apacheconf aconf htaccess',
  applescript: 'osascript',
  arduino: 'ino',
  armasm: 'arm',
  asciidoc: 'adoc',
  autohotkey: 'ahk',
  awk: 'gawk mawk nawk',
  axapta: 'x++',
  // What `shell` means to Hugo; a session with prompts is `console`.
  bash: 'sh shell zsh ksh csh tcsh fish fishshell dotenv env hcl terraform tf nu ebuild pkgbuild',
  basic: 'qbasic',
  brainfuck: 'bf',
  c: 'h c3 holyc',
  capnproto: 'capnp',
  clean: 'icl dcl',
  clojure: 'clj cljs edn',
  cmake: 'cmake.in',
  coffeescript: 'coffee coffee-script cson iced',
  cos: 'cls',
  cpp: 'cc c++ h++ hpp hh hxx cxx',
  crmsh: 'crm pcmk',
  crystal: 'cr',
  csharp: 'cs c# beef',
  delphi: 'dpr dfm pas pascal objectpascal',
  diff: 'patch udiff',
  django: 'jinja jinja2 j2 nunjucks njk',
  dns: 'bind zone',
  dockerfile: 'docker containerfile',
  dos: 'bat batch cmd dosbatch winbatch',
  dts: 'devicetree',
  dust: 'dst',
  elixir: 'ex exs',
  erb: 'html+erb rhtml',
  erlang: 'erl',
  excel: 'xlsx xls dax',
  fortran: 'f90 f95 fortranfixed',
  freedesktop: 'desktop desktop_entry systemd',
  fsharp: 'fs f#',
  gams: 'gms',
  gauss: 'gss',
  gcode: 'nc',
  gherkin: 'feature cucumber',
  go: 'golang odin',
  graphql: 'gql graphqls',
  handlebars:
    'hbs html.hbs html.handlebars htmlbars go-html-template go-template go-text-template gohtml gotmpl',
  haskell: 'hs idris idr',
  haxe: 'hx hxsl',
  http: 'https',
  hy: 'hylang',
  inform7: 'i7',
  ini: 'toml cfg conf dosini editorconfig gitconfig pacmanconf reg registry',
  java: 'jsp',
  javascript: 'js jsx mjs cjs react solidity sol',
  'jboss-cli': 'wildfly-cli',
  json: 'jsonc json5 jsonl jsonnet geojson webmanifest',
  'julia-repl': 'jldoctest',
  julia: 'jl',
  kotlin: 'kt kts ktm ktx',
  lasso: 'lassoscript',
  latex: 'tex bib bibtex',
  lisp: 'common-lisp cl elisp emacs-lisp emacs fennel fnl janet',
  livescript: 'ls',
  lua: 'luau pluto',
  makefile: 'mk mak make mf bsdmake',
  markdown: 'md mkdown mkd mdx',
  mathematica: 'mma wl nb',
  matlab: 'octave',
  mercury: 'm moo',
  mipsasm: 'mips',
  moonscript: 'moon',
  nestedtext: 'nt',
  nginx: 'nginxconf caddy caddyfile caddyfile-directives caddyfile-d caddy-d',
  nim: 'nimrod',
  nix: 'nixos',
  nsis: 'nsi nsh',
  objectivec: 'mm objc obj-c obj-c++ objective-c objective-c++',
  ocaml: 'ml',
  openscad: 'scad',
  perl: 'pl pm perl6 pl6 raku',
  pf: 'pf.conf',
  pgsql: 'postgres postgresql plpgsql',
  'php-template': 'phtml',
  php: 'php3 php4 php5',
  powershell: 'pwsh ps ps1 psm1 psd1 posh',
  processing: 'pde',
  properties: 'java-properties',
  protobuf: 'proto',
  puppet: 'pp',
  purebasic: 'pb pbi',
  'python-repl': 'pycon',
  python:
    'py gyp ipython python2 py2 python3 py3 sage starlark bazel bzl mojo cython pyx pyrex gdscript gd gdscript3 gd3 meson meson.build',
  q: 'k kdb',
  qml: 'qt qbs',
  r: 's splus',
  reasonml: 're reason',
  roboconf: 'graph instances',
  routeros: 'mikrotik',
  ruby: 'rb gemspec podspec thor irb duby',
  rust: 'rs zig gleam wgsl',
  scheme: 'scm racket rkt',
  scilab: 'sci',
  scss: 'sass',
  shell: 'console shellsession bash-session shell-session',
  smalltalk: 'st squeak',
  sql: 'mysql mariadb sqlite tsql t-sql plsql cassandra cql materialize mzsql',
  stan: 'stanfuncs',
  stata: 'do ado',
  step21: 'p21 step stp',
  stylus: 'styl',
  tcl: 'tk',
  twig: 'craftcms',
  typescript: 'ts tsx mts cts',
  vala: 'vapi',
  vbnet: 'vb vb.net',
  vbscript: 'vbs',
  verilog: 'v sv svh systemverilog',
  vim: 'viml vimscript',
  wasm: 'wast wat',
  x86asm: 'asm gas nasm tasm ndisasm',
  xl: 'tao',
  xml: 'html xhtml rss atom xjb xsd xsl xslt plist wsf svg dtd vue vuejs svelte astro ng2',
  xquery: 'xpath xq xqm',
  yaml: 'yml',
  zephir: 'zep',
} satisfies Record<string, string>).map(([grammar, others]) => [
  grammar,
  // `shell` is a name of two: chroma's meaning goes first.
  grammar === 'shell' ? words(others) : [grammar, ...words(others)],
])
