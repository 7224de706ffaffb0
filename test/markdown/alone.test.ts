import rehypeStringify from 'rehype-stringify'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import {
  rehypeHeadings,
  rehypeShortcodes,
  rehypeTables,
  remarkAlerts,
  remarkDefinitionLists,
  remarkHeadingAttributes,
  remarkNative,
  remarkShortcodes,
  remarkTypographer,
  shortcodes,
} from '../../src/markdown/index.ts'

test("the plugins work in anyone's pipeline, with shortcodes of its own", async () => {
  const file = await unified()
    .use(remarkParse)
    .use(remarkShortcodes, {
      shortcodes: { ...shortcodes, shout: ({ get }) => `<b>${get(0)}!</b>` },
    })
    .use(remarkRehype)
    .use(rehypeHeadings)
    .use(rehypeTables)
    .use(rehypeShortcodes)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .process('# Hello\n\nI say {{< shout hey >}}\n')
  expect(String(file)).toBe(
    '<h1 id="hello">Hello<a class="anchor" href="#hello" aria-label="Link to this section">#</a></h1>\n<p>I say <b>hey!</b></p>',
  )
  expect(file.data.headings).toEqual([{ depth: 1, id: 'hello', text: 'Hello', html: 'Hello' }])
})

test('what is wrong with a shortcode is a message of the file', async () => {
  const file = await unified()
    .use(remarkParse)
    .use(remarkShortcodes, { shortcodes })
    .use(remarkRehype)
    .use(rehypeStringify)
    .process('one\n\ntwo {{< yutube x >}}')
  expect(file.messages).toMatchObject([
    { line: 3, column: 5, ruleId: 'shortcode/unknown', source: 'inkseal', note: 'Did you mean "youtube"?' },
  ])
})

test('the native parser and what reads text work in a pipeline of their own', async () => {
  const file = await unified()
    .use(remarkNative, { definitionLists: true })
    .use(remarkHeadingAttributes)
    .use(remarkTypographer)
    .use(remarkDefinitionLists)
    .use(remarkAlerts)
    .use(remarkRehype)
    .use(rehypeStringify)
    .process('## "A" {#a .b}\n\nT\n: it\'s\n\n> [!TIP]\n> x')
  expect(String(file)).toBe(
    '<h2 id="a" class="b">“A”</h2>\n<dl>\n<dt>T</dt>\n<dd>it’s</dd>\n</dl>\n<div class="markdown-alert markdown-alert-tip" role="note">\n<p class="markdown-alert-title">Tip</p>\n<p>x</p>\n</div>',
  )
})

test('a plugin that adds to the syntax is heard by the native parser', async () => {
  const file = await unified()
    .use(remarkNative)
    .use(remarkMath)
    .use(remarkRehype)
    .use(rehypeStringify)
    .process('~~a~~ $x_1_$')
  expect(String(file)).toBe('<p><del>a</del> <code class="language-math math-inline">x_1_</code></p>')
})

test('where there is no native binary the reference parser reads', async () => {
  const file = await unified()
    .use(remarkNative, { load: () => undefined })
    .use(remarkRehype)
    .use(rehypeStringify)
    .process('| a |\n|---|\n| ~~b~~ |')
  expect(String(file)).toContain('<td><del>b</del></td>')
})

test('what wraps a parser says so where there is none', () => {
  expect(() => unified().use(remarkTypographer).freeze()).toThrow('remarkTypographer comes after a parser')
})
