import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { toHtml } from 'hast-util-to-html'
import type { Root } from 'mdast'
import remarkRehype from 'remark-rehype'
import { type Parser, unified } from 'unified'
import { VFile } from 'vfile'
import { splitMatter } from '../src/content/matter/split-matter.ts'
import { listFiles } from '../src/content/scan/scan.ts'
import { isUnsafe } from '../src/markdown/parsers/is-unsafe.ts'
import { loadNative } from '../src/markdown/parsers/load-native.ts'
import { remarkNative } from '../src/markdown/parsers/remark-native.ts'

// npm run compare:parsers -- DIR: reads each Markdown file of a folder by remark-parse and by the native parser, tells
// where their HTML begins to differ, and fails where it does. A file that a build gives to remark-parse anyway is
// told and does not count.
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
const spent = { native: 0, remark: 0 }
for (const file of files) {
  const text = await readFile(path.join(directory, file), 'utf8')
  const body = bodyOf(file, text).toWellFormed().replaceAll('\0', '\ufffd')
  const [byRemark, remarkTime] = timed(() => reference(body, new VFile(body)))
  const [byNative, nativeTime] = timed(() =>
    native(body, { features: { gfm: true, definitionList: false, frontmatter: false } }),
  )
  spent.remark += remarkTime
  spent.native += nativeTime
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
console.log(`remark-parse ${Math.round(spent.remark)} ms, native ${Math.round(spent.native)} ms`)
process.exitCode = different > 0 ? 1 : 0

/** What is wrong with front matter is no concern of parsers. */
function bodyOf(file: string, text: string): string {
  try {
    return splitMatter(file, text).body
  } catch {
    return text
  }
}

function timed<Value>(work: () => Value): readonly [Value, number] {
  const start = performance.now()
  const value = work()
  return [value, performance.now() - start]
}
