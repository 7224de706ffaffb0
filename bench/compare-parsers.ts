import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { toHtml } from 'hast-util-to-html'
import type { Root } from 'mdast'
import remarkRehype from 'remark-rehype'
import { type Parser, unified } from 'unified'
import { VFile } from 'vfile'
import { defaultMarkdown } from '../src/config/markdown-config.ts'
import { splitMatter } from '../src/content/matter/split-matter.ts'
import { listFiles } from '../src/content/scan/scan.ts'
import { createProcessor } from '../src/markdown/create-processor.ts'
import { createDirectWriter } from '../src/markdown/direct/create-direct-writer.ts'
import { isUnsafe } from '../src/markdown/parsers/is-unsafe.ts'
import { loadNative } from '../src/markdown/parsers/load-native.ts'
import { remarkNative } from '../src/markdown/parsers/remark-native.ts'
import type { LinkOptions } from '../src/markdown/rehype-links.ts'
import { bodyOf } from '../src/markdown/render-page.ts'
import { builtIn } from '../src/markdown/shortcodes/built-in.ts'

// npm run compare:parsers -- DIR: reads each Markdown file of a folder by remark-parse and by the native parser, tells
// where their HTML begins to differ, and fails where it does. A file that a build gives to remark-parse anyway is
// told and does not count. Then each file is rendered by the pipeline and directly, and the same is told.
const [directory] = process.argv.slice(2)
const native = loadNative()
if (directory === undefined || !native) {
  console.error(
    native ? 'usage: npm run compare:parsers -- DIR' : 'There is no native parser for this machine',
  )
  process.exit(2)
}

const rehype = unified().use(remarkRehype, { allowDangerousHtml: true }).freeze()
const reference = unified().use(remarkNative, { parser: 'remark' }).freeze().parser as Parser<Root>
const html = (tree: Root) => toHtml(rehype.runSync(tree), { allowDangerousHtml: true })

const files = (await listFiles(directory)).filter((file) => /\.(?:md|markdown)$/.test(file))
let different = 0
let passed = 0
const ways = createWays()
const spent = { native: 0, remark: 0 }
for (const file of files) {
  const text = await readFile(path.join(directory, file), 'utf8')
  const body = textOf(file, text).toWellFormed().replaceAll('\0', '\ufffd')
  const [byRemark, remarkTime] = timed(() => reference(body, new VFile(body)))
  const [byNative, nativeTime] = timed(() =>
    native(body, { features: { gfm: true, definitionList: false, frontmatter: false } }),
  )
  spent.remark += remarkTime
  spent.native += nativeTime
  const way = await ways(file, body)
  if (way !== undefined) console.log(`${file}: written directly, the ${way} differs`)
  if (way !== undefined) different++
  const [expected, actual] = [html(byRemark), html(byNative)]
  if (isUnsafe(body)) passed++
  if (expected === actual) continue
  if (!isUnsafe(body)) different++
  const at = expected.split('').findIndex((character, index) => character !== actual[index])
  console.log(`${file}${isUnsafe(body) ? ' (given to remark-parse)' : ''}`)
  console.log(`  remark-parse  ${JSON.stringify(expected.slice(Math.max(0, at - 40), at + 60))}`)
  console.log(`  native        ${JSON.stringify(actual.slice(Math.max(0, at - 40), at + 60))}`)
}
console.log(`${files.length} files, ${different} differ; ${passed} are given to remark-parse`)
console.log(`${ways.direct} are written directly; the others have:`, ways.left)
console.log(`remark-parse ${Math.round(spent.remark)} ms, native ${Math.round(spent.native)} ms`)
process.exitCode = different > 0 ? 1 : 0

/** What is wrong with front matter is no concern of parsers. */
function textOf(file: string, text: string): string {
  try {
    return splitMatter(file, text).body
  } catch {
    return text
  }
}

/** Renders a file by both ways, and tells the first thing in which they differ. */
function createWays() {
  const left: Record<string, number> = {}
  const markdown = defaultMarkdown
  const resolve: LinkOptions['resolve'] = () => undefined
  const shortcodes = { shortcodes: builtIn, templateCalls: 'warning' } as const
  const processor = createProcessor({ markdown, shortcodes, resolveName: () => undefined, resolve })
  const onLeft = (what: string) => {
    left[what] = (left[what] ?? 0) + 1
  }
  const write = createDirectWriter({ markdown, resolve, onLeft })
  const compare = async (path: string, text: string): Promise<string | undefined> => {
    const options = { url: '/', text, titleLine: 1, summaryLength: 70, isCjk: () => false }
    const before = Object.values(left).reduce((sum, count) => sum + count, 0)
    const actual = await bodyOf(new VFile({ path, value: text }), { processor, write }, options)
    const after = Object.values(left).reduce((sum, count) => sum + count, 0)
    if (after > before) return undefined
    compared.direct++
    const expected = await bodyOf(new VFile({ path, value: text }), { processor }, options)
    return Object.entries(expected).find(
      ([key, value]) => !isDeepStrictEqual(value, actual[key as keyof typeof actual]),
    )?.[0]
  }
  const compared = Object.assign(compare, { direct: 0, left })
  return compared
}

function timed<Value>(work: () => Value): readonly [Value, number] {
  const start = performance.now()
  const value = work()
  return [value, performance.now() - start]
}
