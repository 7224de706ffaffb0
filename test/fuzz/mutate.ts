/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Random = () => number

const pick = <Value>(values: readonly Value[], random: Random): Value => {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new RangeError('nothing to pick from')
  return value
}

/** What an author, her editor or her import script may leave in a file. */
const fragments: readonly string[] = [
  '\0',
  '\ufeff',
  '\r\n',
  '\r',
  '\u2028',
  '\ud800',
  '\udc00',
  '\ue0fd',
  '\ue0fe',
  '\ue0ff',
  '\u202e',
  '👩‍👩‍👧',
  'é',
  'ß',
  '漢字',
  '\t',
  '    ',
  '---',
  '---\n',
  '+++',
  '+++\n',
  '...',
  '{',
  '}',
  '{\n',
  '"',
  "'",
  '`',
  '```',
  '~~~',
  '````\n',
  '<!--',
  '-->',
  '<!--more-->',
  '<',
  '>',
  '</',
  '<div>',
  '</div>',
  '<script>',
  '<p',
  '&',
  '&#0;',
  '&#xD800;',
  '&amp',
  '\\',
  '\\\n',
  '{{<',
  '>}}',
  '{{%',
  '%}}',
  '{{</*',
  '*/>}}',
  '{{< youtube',
  '{{< youtube abc >}}',
  '{{< details >}}',
  '{{< /details >}}',
  '{{% details %}}',
  '{{< highlight go >}}',
  '{{< /highlight >}}',
  '{{< ref "x" >}}',
  '{{< param >}}',
  '{{< a/b-c_d "x" `y`',
  '{{< figure src="',
  '{{< gist a b >}}',
  '{{% /x %}}',
  '/>}}',
  '{{<<',
  '{{< >}}',
  '{{</ >}}',
  '# ',
  '## {#',
  '{#a .b c=d}',
  '{.x}',
  '{linenos=table hl_lines=["1-',
  '```go {',
  '$$',
  '\\[',
  '\\]',
  '\\(',
  '\\)',
  '\\frac{',
  '$$\\undefined$$',
  '[[',
  ']]',
  '[[a|b]]',
  '[^1]',
  '[^1]: x',
  '![](',
  '![',
  '](',
  '[',
  ']',
  '(',
  ')',
  '[x](y.md)',
  '[x](#y)',
  '[x]: ',
  '[x](<',
  '[x](javascript:',
  '[x](%',
  '[x](%E0%A4%A)',
  'http://',
  'www.',
  'a@b.c',
  '> ',
  '> [!NOTE]',
  '> [!NOTE]-\n',
  '- ',
  '- [ ] ',
  '1. ',
  '999999999999. ',
  ': ',
  'a\n: b',
  '|',
  '|-|',
  '| a | b |\n|:-|-:|\n',
  '***',
  '* * *',
  '===',
  '~~',
  '**',
  '_',
  ':smile:',
  '--',
  '...',
  'title:',
  'title: [',
  'title: &a',
  'title: *a',
  'title: !!js/function x',
  'date:',
  'date: 2026-13-45',
  'date: 99999-01-01',
  'date: -1',
  'date: [1]',
  'date = 2026-02-30',
  'draft: maybe',
  'weight: 1e999',
  'weight: NaN',
  'tags: {a: b}',
  'tags: [[a]]',
  'tags: ["/", "..", ""]',
  'slug: ../..',
  'slug: ""',
  'url: //x',
  'url: ../x',
  'url: /:year/:nope/',
  'url: ":sections[9:1]"',
  'aliases: [1, null, {}]',
  'aliases: //evil',
  'menus: {a: {b: c}}',
  'menu: 1',
  'resources: x',
  'resources: [{src: "[", name: ":counter"}]',
  'cascade: 1',
  'cascade: [{target: {path: "{**"}}]',
  'build: {render: x}',
  'build: no',
  'outputs: [nope]',
  'sitemap: 1',
  'type: ""',
  'layout: ../x',
  'layout: nope',
  'params: 1',
  'params: {__proto__: {x: 1}}',
  '__proto__: x',
  'constructor: x',
  'toString: 1',
  'hasOwnProperty: x',
  'keywords: 1',
  'translationKey: {}',
  '<<: *a',
  'a: &a [*a]',
  'x: !!binary ====',
  '? [a]\n: b',
  '%YAML 1.1\n',
  '"a": 1,',
  '[a.b]\n',
  '[[a]]\n',
  'a.b.c = 1\n',
  "a = '''\n",
  'a = 1979-05-27T07:32:00.999999-07:00\n',
]

type Mutation = (text: string, random: Random) => string

const cut = (text: string, random: Random) => Math.floor(random() * (text.length + 1))

const mutations: readonly Mutation[] = [
  // Put in, once or a few times.
  (text, random) => {
    const at = cut(text, random)
    return text.slice(0, at) + pick(fragments, random) + text.slice(at)
  },
  // As a line of its own, where front matter mostly is.
  (text, random) => {
    const lines = text.split('\n')
    lines.splice(Math.floor(random() * Math.min(8, lines.length)), 0, pick(fragments, random))
    return lines.join('\n')
  },
  // Take out.
  (text, random) => {
    const at = cut(text, random)
    return text.slice(0, at) + text.slice(at + Math.floor(random() * 40))
  },
  // Take a line out, double it, or change two.
  (text, random) => {
    const lines = text.split('\n')
    const [a, b] = [Math.floor(random() * lines.length), Math.floor(random() * lines.length)]
    const kind = random()
    if (kind < 0.3) lines.splice(a, 1)
    else if (kind < 0.6) lines.splice(a, 0, lines[b] ?? '')
    else [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? '']
    return lines.join('\n')
  },
  // Other line ends.
  (text, random) => text.replaceAll('\n', pick(['\r\n', '\r', '\n\n', '\u2028'], random)),
  // Cut short.
  (text, random) => text.slice(0, cut(text, random)),
  // Go deep.
  (text, random) => {
    const deep = pick(
      ['> ', '- ', '* ', '[', '*', '_', '<div>', '{{< details >}}', '(', '`', '![', '[[', '> - '],
      random,
    )
    return `${text}\n\n${deep.repeat(pick([3, 50, 400, 3000], random))}x\n`
  },
  // Change one character.
  (text, random) => {
    const at = cut(text, random)
    return text.slice(0, at) + String.fromCharCode(Math.floor(random() * 0x10000)) + text.slice(at + 1)
  },
  // Wide.
  (text, random) =>
    `${text}\n\n${pick(['a', 'a ', '|', '| a ', '<b>', '&', '\\', '$', ':a:', '--', '"', "'", '# '], random).repeat(pick([100, 5000], random))}\n`,
]

/** The bytes of a post that something has happened to: in its text, and sometimes in its encoding. */
export function mutate(text: string, random: Random): Uint8Array {
  let changed = text
  const times = 1 + Math.floor(random() * 5)
  for (let time = 0; time < times; time++) changed = pick(mutations, random)(changed, random)
  return encode(changed, random)
}

function encode(text: string, random: Random): Uint8Array {
  const kind = random()
  if (kind < 0.02) return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  if (kind < 0.04) return Buffer.from(text, 'latin1')
  if (kind < 0.06) return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])
  const bytes = Buffer.from(text)
  if (kind < 0.12 && bytes.length > 0) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
  return bytes
}
