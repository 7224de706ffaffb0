import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { defaultMarkdown, type MarkdownConfig } from '../../src/config/markdown-config.ts'
import { createProcessor } from '../../src/markdown/create-processor.ts'

// What Hugo was measured to make of each text, against what either parser makes of it here.

type Pairs = readonly (readonly [markdown: string, html: string])[]

const hugo: Readonly<{
  typographer: Pairs
  headingAttributes: Pairs
  blockAttributes: Pairs
  definitionLists: Pairs
  emoji: Pairs
  headings: string
  ids: Readonly<Record<MarkdownConfig['headingIds'], readonly string[]>>
}> = JSON.parse(readFileSync(new URL('data/hugo-0.169.json', import.meta.url), 'utf8'))

async function render(text: string, markdown: Partial<MarkdownConfig>) {
  const processor = createProcessor({
    markdown: { ...defaultMarkdown, ...markdown },
    shortcodes: { shortcodes: {} },
    resolve: () => undefined,
    resolveName: () => undefined,
  })
  const file = new VFile(text)
  const tree = await processor.run(processor.parse(file), file)
  return { html: processor.stringify(tree, file), headings: file.data.headings ?? [] }
}

/** The texts of which something else is made than Hugo makes, each with its reason. */
const apart: Readonly<Record<string, string>> = {
  '[^1] "x"\n\n[^1]: it\'s "n"': 'footnotes have the markup of GitHub',
  'Para\n{.c #i k=v}': 'an attribute that HTML does not know is kept as well',
  '```go\nx\n```\n{.c}': 'code is coloured in another way',
  'Para\n{.c} x': 'a line that goes on is no line of attributes; Hugo drops what it says',
  'Para\\\n{.c}': 'the backslash is the break before the attributes, and goes with them',
  'Foo\n{.c}\n---': 'the parsers have made a heading of it by then',
  '> [!NOTE]\n> x\n{.c}': 'Hugo leaves alerts to templates',
  'a\n   : b': 'PHP Markdown Extra lets three spaces stand before the colon',
  'a\n\n\n: b': 'PHP Markdown Extra lets one blank line stand before the colon',
  'T\n:\n': 'an empty definition is one',
  '| a |\n|---|\n| b |\n: d': 'GFM takes a line behind a table for a row, satteri as well',
}

/** Of definitions in lists remark-definition-list makes none. */
const apartByRemark = new Set(['- x\n  : y'])

const kinds: readonly (readonly [keyof typeof hugo & string, Partial<MarkdownConfig>])[] = [
  ['typographer', {}],
  ['headingAttributes', {}],
  ['blockAttributes', { attributes: { headings: true, blocks: true } }],
  ['definitionLists', {}],
  ['emoji', { emoji: true }],
]

describe.each(['native', 'remark'] as const)('by the parser %s', (parser) => {
  test.each(kinds)('%s are those of Hugo', async (kind, markdown) => {
    for (const [text, html] of hugo[kind] as Pairs) {
      if (text in apart || (parser === 'remark' && apartByRemark.has(text))) continue
      expect(comparable((await render(text, { ...markdown, parser })).html), text).toBe(comparable(html))
    }
  })

  test.each(['github', 'github-ascii', 'blackfriday'] as const)(
    'ids of headings are Hugo’s: %s',
    async (ids) => {
      const { headings } = await render(hugo.headings, { parser, headingIds: ids })
      expect(headings.map(({ id }) => id)).toEqual(hugo.ids[ids])
    },
  )
})

const named: Readonly<Record<string, string>> = {
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  quot: '"',
  gt: '>',
  lt: '\ue000',
  amp: '\ue001',
}

/** Without what is Inkseal's own, the order of attributes, white space between tags, and how characters are escaped. */
const comparable = (html: string) =>
  html
    .replaceAll(
      /<a class="anchor"[^>]*>#<\/a>|<section class="table"[^>]*>|<\/section>| tabindex="0"| style="[^"]*"/g,
      '',
    )
    .replaceAll(/&(\w+);/g, (all, name: string) => named[name] ?? all)
    .replaceAll(/&#(x?)([\da-f]+);/gi, (_, hex: string, digits: string) => {
      const character = String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10))
      return { '<': '\ue000', '&': '\ue001' }[character] ?? character
    })
    .replaceAll(/<(\w+)( [^>]*)>/g, (_, name: string, attributes: string) => {
      const each = attributes.match(/[^\s=]+="[^"]*"/g) ?? []
      return `<${[name, ...each.toSorted()].join(' ')}>`
    })
    .replaceAll(/\s+/g, ' ')
    .replaceAll(
      / ?(<\/?(?:p|dl|dt|dd|ul|ol|li|table|thead|tbody|tr|t[hd]|blockquote|div|hr|h\d)\b[^>]*>) ?/g,
      '$1',
    )
    .trim()
