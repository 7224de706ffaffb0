import { readFileSync } from 'node:fs'
import { toHtml } from 'hast-util-to-html'
import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { type PluggableList, unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { remarkNative } from '../../src/markdown/parsers/remark-native.ts'

type Example = readonly [number: number, markdown: string, html: string]

const read = (name: string): readonly Example[] =>
  JSON.parse(readFileSync(new URL(`data/${name}.json`, import.meta.url), 'utf8')).examples

/** GFM's examples on which GFM and its own later forms part, and why micromark has it otherwise. */
const apart: ReadonlyMap<number, string> = new Map([
  [279, 'GitHub gives lists of tasks classes, and remark-rehype does as GitHub does'],
  [280, 'as 279'],
  [
    610,
    'a CommonMark example, which the extension for addresses has overtaken: an address in <> that is none',
  ],
  [616, 'as 610'],
  [619, 'a CommonMark example: the extension makes a link of the address'],
  [628, 'GitHub itself makes no links of ftp addresses, and micromark does as GitHub does'],
  [645, 'CommonMark 0.31 has simpler comments'],
  [646, 'as 645'],
  [653, 'tags are not filtered: an author’s raw HTML is trusted, or left out altogether'],
])

const parsers: readonly (readonly [string, PluggableList, PluggableList])[] = [
  ['remark-parse', [remarkParse], [remarkParse, remarkGfm]],
  ['the native parser', [[remarkNative, { gfm: false }]], [remarkNative]],
]

describe.each(parsers)('%s', (_, commonmark, gfm) => {
  test('gives what CommonMark 0.31.2 has in 652 of 652 examples', () => {
    const examples = read('commonmark-0.31.2')
    expect(examples).toHaveLength(652)
    expect(examples.filter((example) => !isAsExpected(example, commonmark))).toEqual([])
  })

  test('gives what GFM has, but where it is known to be apart', () => {
    const wrong = read('gfm-0.29').filter((example) => !isAsExpected(example, gfm))
    expect(wrong.map(([number]) => number)).toEqual([...apart.keys()])
  })

  test('gives what CommonMark has beside GFM, but where an address that stands alone becomes a link', () => {
    const wrong = read('commonmark-0.31.2').filter((example) => !isAsExpected(example, gfm))
    expect(wrong.map(([, markdown]) => markdown.trim())).toEqual([
      '<https://foo.bar/baz bim>',
      '<foo\\+@bar.example.com>',
      '< https://foo.bar >',
      'https://example.com',
      'foo@bar.example.com',
    ])
  })
})

function isAsExpected([, markdown, html]: Example, plugins: PluggableList): boolean {
  const parser = unified().use(plugins)
  const processor = unified().use(remarkRehype, { allowDangerousHtml: true })
  const tree = processor.runSync(parser.parse(markdown) as Root)
  return normalize(toHtml(tree, { allowDangerousHtml: true, closeSelfClosing: true })) === normalize(html)
}

const block = '(?:p|ul|ol|li|blockquote|h[1-6]|hr|pre|table|thead|tbody|tr|td|th)'

/** As the specification compares: white space next to blocks, and how a character is escaped, do not matter. */
const normalize = (html: string) =>
  html
    .replaceAll(/&#x([\da-f]+);/gi, (_, digits: string) => {
      const character = String.fromCodePoint(Number.parseInt(digits, 16))
      return { '<': '&lt;', '&': '&amp;' }[character] ?? character
    })
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll(' />', '>')
    .replaceAll(new RegExp(`\\n*(</?${block}\\b[^>]*>)\\n*`, 'g'), '$1')
    .trim()
