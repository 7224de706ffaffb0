import { glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'

export type BundleOptions = {
  readonly root: string
  readonly out: string
  /** Modules of src/ that are reached by their path, without an ending. */
  readonly entries: readonly string[]
}

/** Where the bundled code lies, all in one folder: what one file holds may come from any room. */
const CODE = 'code'

/**
 * Packages that stay as they are installed: with native code, with files of their own, loaded by `require`, or shared
 * with what an author's theme imports.
 */
const external = [
  '@fontsource/*',
  '@peculiar/*',
  'acme-client',
  'cli-progress',
  'esbuild',
  'gemoji',
  'katex',
  'opentype.js',
  'papaparse',
  'preact',
  'preact-render-to-string',
  'reflect-metadata',
  'satteri',
  'sharp',
  'sirv',
]

/** Bundles src/ and the packages it needs into few files. Gives every file that went into them. */
export async function bundleProgram({ root, out, entries }: BundleOptions): Promise<readonly string[]> {
  const src = path.join(root, 'src')
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      entries.map((entry) => [nameOf(entry), path.join(src, `${entry}.ts`)] as const),
    ),
    outdir: path.join(out, CODE),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external,
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
    plugins: [prepareSources(src), requireOfNode],
  })
  await mkdir(path.join(out, CODE), { recursive: true })
  for (const { path: file, text } of outputFiles) await writeFile(file, withoutFacades(text))
  for (const entry of entries) await forward(out, entry, exportsOf(metafile, entry))
  return Object.keys(metafile.inputs).map((file) => path.resolve(root, file))
}

const nameOf = (entry: string) => entry.replaceAll('/', '-')

/** Each module that is reached by its path is there, and leads on to the bundled code. */
async function forward(out: string, entry: string, exported: readonly string[]): Promise<void> {
  const file = path.join(out, `${entry}.js`)
  const code = `${path.posix.relative(path.posix.dirname(entry), '') || '.'}/${CODE}/${nameOf(entry)}.js`
  const lines = [
    ...(exported.length > 0 ? [`export * from '${code}'`] : startThread(code)),
    ...(exported.includes('default') ? [`export { default } from '${code}'`] : []),
  ]
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${lines.join('\n')}\n`)
}

/** A program of a thread: it does not inherit the compile cache, which has to be there before what it is to serve. */
const startThread = (code: string) => [
  "process.getBuiltinModule('node:module').enableCompileCache()",
  `await import('${code}')`,
]

type Outputs = { readonly outputs: Readonly<Record<string, { entryPoint?: string; exports: string[] }>> }

const exportsOf = ({ outputs }: Outputs, entry: string): readonly string[] =>
  Object.values(outputs).find(({ entryPoint }) => entryPoint === `src/${entry}.ts`)?.exports ?? []

/** What nearly every command loads. Each module that is shared in another way would be a file of its own. */
const isCore = (place: string) =>
  /^(?:base\/[\w-]+|release\/(?:is-intact|open-release|parse-manifest|release-paths))\.js$/.test(place)

/** What goes without: what `--version` loads, and what becomes part of an author's theme. */
const isBare = (place: string) =>
  ['cli/main.js', 'cli/terminal.js', 'version.js', 'theme/define-theme.js', 'theme/index.js'].includes(place)

/**
 * What a module finds by its own place, it finds from there still: `dist/theme/find-theme.js`, as tsc would have it.
 * All that loads anything loads the core, so that this becomes one file.
 */
const prepareSources = (src: string): Plugin => ({
  name: 'prepare-sources',
  setup(bundling) {
    bundling.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8')
      const place = path.relative(src, file).replaceAll(path.sep, '/').replace(/\.ts$/, '.js')
      const here = `new URL(${JSON.stringify(`../${place}`)}, import.meta.url).href`
      const first = isCore(place) || isBare(place) ? '' : "import 'inkseal:core'\n"
      return { contents: first + text.replaceAll(/\bimport\.meta\.url\b/g, here), loader: 'ts' }
    })
    bundling.onResolve({ filter: /^inkseal:core$/ }, ({ path: name }) => ({ path: name, namespace: 'core' }))
    bundling.onLoad({ filter: /./, namespace: 'core' }, async () => {
      const core: string[] = []
      for await (const file of glob('{base,release}/*.ts', { cwd: src })) {
        const name = file.replaceAll(path.sep, '/')
        if (isCore(name.replace(/\.ts$/, '.js'))) core.push(name)
      }
      return {
        contents: core
          .sort()
          .map((file) => `import './${file}'`)
          .join('\n'),
        resolveDir: src,
      }
    })
  },
})

/**
 * Node's own modules come by `process.getBuiltinModule`: an import asks each of their properties for its value, which
 * loads what is behind it (streams behind `fs`), and takes a third of the time that Node itself needs to start.
 */
function withoutFacades(code: string): string {
  return code.replaceAll(/^import (.+) from "node:([\w/]+)";$/gm, (line, names: string, module: string) => {
    const [, whole, list] = /^(?:(?:\* as )?([\w$]+))?(?:, )?(?:\{ (.*) \})?$/.exec(names) ?? []
    const pairs = (list?.split(', ') ?? []).map((pair) => pair.split(' as '))
    const wholes = [whole, ...pairs.filter(([name]) => name === 'default').map(([, local]) => local)]
    const named = pairs.filter(([name]) => name !== 'default')
    const stranger = named.find(([name = '']) => !(name in (process.getBuiltinModule(module) ?? {})))
    if (stranger) throw new Error(`Cannot take ${stranger[0]} from node:${module}: ${line}`)
    // `process` itself may be one of the names.
    const from = `globalThis.process.getBuiltinModule("node:${module}")`
    return [
      ...wholes.filter((name) => name !== undefined).map((name) => `const ${name} = ${from};`),
      ...(named.length > 0
        ? [`const { ${named.map((pair) => pair.join(': ')).join(', ')} } = ${from};`]
        : []),
    ].join(' ')
  })
}

/** A CommonJS package gets Node's own modules by `require`, which an ES module does not have. */
const requireOfNode: Plugin = {
  name: 'require-of-node',
  setup(bundling) {
    const names = new RegExp(`^(?:node:)?(?:${builtinModules.join('|')})$`)
    bundling.onResolve({ filter: names }, ({ path: name, kind, importer }) => {
      const module = name.replace(/^node:/, '')
      if (kind === 'require-call') return { path: module, namespace: 'node' }
      // Commander would start subcommands that are programs of their own; there are none.
      if (module === 'child_process' && /[\\/]node_modules[\\/]commander[\\/]/.test(importer))
        return { path: module, namespace: 'nothing' }
      return { path: `node:${module}`, external: true }
    })
    bundling.onLoad({ filter: /./, namespace: 'node' }, ({ path: name }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${name}')`,
    }))
    bundling.onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'export default {}' }))
  },
}
