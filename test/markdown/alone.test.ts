import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { type PluggableList, unified } from 'unified'
import { expect, test } from 'vitest'
import {
  highlightCode,
  rehypeCode,
  rehypeDiagrams,
  rehypeHeadings,
  rehypeLinks,
  rehypeMath,
  rehypeRawHtml,
  rehypeShortcodes,
  rehypeTables,
  rehypeTasks,
  remarkAlerts,
  remarkBlockAttributes,
  remarkDefinitionLists,
  remarkEmoji,
  remarkFences,
  remarkFormulas,
  remarkHardWraps,
  remarkHeadingAttributes,
  remarkNative,
  remarkShortcodes,
  remarkTypographer,
  remarkWikilinks,
  remarkWithoutHtml,
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

type Plugins = { readonly remark?: PluggableList; readonly rehype?: PluggableList }

/** Nothing else of ours: the one plugin, and its other half where two make one thing. */
const alone: readonly (readonly [name: string, plugins: Plugins, text: string, expected: string])[] = [
  [
    'remarkAlerts',
    { remark: [remarkAlerts] },
    '> [!NOTE]\n> x',
    'class="markdown-alert markdown-alert-note"',
  ],
  ['remarkBlockAttributes', { remark: [remarkBlockAttributes] }, 'x\n{.a}', '<p class="a">x</p>'],
  ['remarkEmoji', { remark: [remarkEmoji] }, ':tada:', '<p>🎉</p>'],
  ['remarkHardWraps', { remark: [remarkHardWraps] }, 'a\nb', '<p>a<br>\nb</p>'],
  ['remarkHeadingAttributes', { remark: [remarkHeadingAttributes] }, '# x {#y}', '<h1 id="y">x</h1>'],
  ['remarkTypographer', { remark: [remarkTypographer] }, '"x"', '<p>“x”</p>'],
  [
    'remarkWikilinks',
    { remark: [[remarkWikilinks, { resolveName: (name: string) => `/${name}/` }]] },
    '[[x|y]]',
    '<p><a href="/x/" data-wikilink="x">y</a></p>',
  ],
  ['remarkWithoutHtml', { remark: [remarkWithoutHtml] }, 'a<b>c</b>', '<p>ac</p>'],
  [
    'remarkFormulas',
    {
      remark: [[remarkFormulas, { delimiters: { inline: [['\\(', '\\)']], block: [] } }]],
      rehype: [rehypeMath],
    },
    '\\(x\\)',
    '<mi>x</mi>',
  ],
  ['rehypeMath', { remark: [remarkMath], rehype: [rehypeMath] }, '$x$', '<mi>x</mi>'],
  ['rehypeCode', { rehype: [rehypeCode] }, '```js\nlet a\n```', '<span class="hljs-keyword">let</span>'],
  [
    'remarkFences',
    { remark: [remarkFences], rehype: [rehypeCode] },
    '```js {linenos=inline}\na\n```',
    '<span class="line" data-line="1">a</span>',
  ],
  ['rehypeDiagrams', { rehype: [rehypeDiagrams] }, '```mermaid\nx\n```', '<pre class="mermaid"'],
  [
    'rehypeLinks',
    { rehype: [[rehypeLinks, { resolve: () => '/b c/' }]] },
    '[x](b.md?q#f)',
    '<a href="/b%20c/?q#f">x</a>',
  ],
  ['rehypeRawHtml', { rehype: [rehypeRawHtml] }, '<div>*x*', '<div>*x*</div>'],
  ['rehypeTables', { rehype: [rehypeTables] }, '|a|\n|-|', '<section class="table" aria-label="Table 1"'],
  ['rehypeTasks', { rehype: [rehypeTasks] }, '- [ ] x', 'aria-label="x"'],
  ['rehypeHeadings', { rehype: [rehypeHeadings] }, '# A b', '<h1 id="a-b">A b<a class="anchor"'],
]

test.each(alone)('%s works without the others', async (_, { remark = [], rehype = [] }, text, expected) => {
  const file = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remark)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehype)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .process(text)
  expect(String(file)).toContain(expected)
})

test('code is coloured without a document', async () => {
  const { html } = await highlightCode('let a', { language: 'js' })
  expect(html).toContain('<span class="hljs-keyword">let</span>')
})
