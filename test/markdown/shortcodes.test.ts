import type { Root } from 'hast'
import type { PluggableList } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { defaultMarkdown } from '../../src/config/markdown-config.ts'
import { createProcessor } from '../../src/markdown/create-processor.ts'
import { withoutAnchors } from '../../src/markdown/plain-text.ts'
import { builtIn } from '../../src/markdown/shortcodes/built-in.ts'
import type { Shortcode } from '../../src/markdown/shortcodes/shortcode.ts'

const own: Readonly<Record<string, Shortcode>> = {
  show: ({ name, arguments: { positional, named }, ordinal }) =>
    `[${name} ${JSON.stringify([positional, named])} ${ordinal}]`,
  inl: { inner: false, render: () => '<i>inl</i>' },
  blk: { inner: false, render: () => '<div>blk</div>' },
  in: ({ inner }) => inner,
  div: ({ inner, raw }) => `<div>${raw(inner)}</div>`,
  md: { render: ({ get }) => `## H ${get(0)}\n\nText *em* [l](x)\n` },
  mdf: ({ inner, markdownify }) => markdownify(inner),
  mdb: ({ inner, markdownify }) => `<div>${markdownify(inner, 'block')}</div>`,
  deindent: ({ innerDeindent }) => JSON.stringify(innerDeindent),
  title: ({ inner, markdownify }) => `<b title="${markdownify(inner)}">x</b>`,
  path: ({ get, parent }) => `${parent ? `${parent.name}:${parent.get(0)}/${parent.ordinal} ` : ''}${get(0)}`,
  box: ({ inner, get, parent, ordinal }) => `(${parent?.name ?? 'page'} ${get(0)}/${ordinal} ${inner})`,
  put: ({ state, get }) => {
    state.set('all', [...list(state.get('all')), get(0)])
    return ''
  },
  sorted: ({ state }) => list(state.get('all')).map(String).sort().join(' '),
  throws: () => {
    throw new TypeError('no')
  },
  must: { inner: true, render: ({ inner }) => `<u>${inner}</u>` },
  quote: { markdown: ({ inner }) => inner.trim().replaceAll(/^/gm, '> ') },
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

async function process(body: string, rehypePlugins: PluggableList = []) {
  const processor = createProcessor({
    markdown: { ...defaultMarkdown, rehypePlugins },
    shortcodes: { shortcodes: { ...builtIn, ...own } },
    resolve: (path) => (path === 'pic.png' ? '/posts/pic.png' : undefined),
    resolveName: () => undefined,
  })
  const file = await processor.process(new VFile({ path: 'content/posts/a.md', value: body }))
  const told = file.messages.map(
    ({ line, column, reason }) =>
      `${line}:${column} ${reason.replace(/^Cannot (?:use|read) the shortcode:? ?/, '')}`,
  )
  return { html: String(file).trim(), headings: file.data.headings ?? [], told }
}

async function render(body: string): Promise<string> {
  const { html, told } = await process(body)
  expect(told).toEqual([])
  return html
}

// What Hugo 0.169 makes of the same calls, but that a block does not stay in a paragraph.
test.each([
  ['a {{< inl >}} b', '<p>a <i>inl</i> b</p>'],
  ['{{< inl >}}', '<i>inl</i>'],
  ['{{< inl >}} {{< inl >}}', '<p><i>inl</i> <i>inl</i></p>'],
  ['a {{< blk >}} b', '<p>a</p><div>blk</div><p>b</p>'],
  ['{{< blk >}}\n{{< blk >}}', '<div>blk</div><div>blk</div>'],
  ['- {{< blk >}}\n- x', '<ul>\n<li><div>blk</div></li>\n<li>x</li>\n</ul>'],
  ['{{< in >}}\n**a**\n{{< /in >}}', '**a**'],
  ['{{% in %}}**a**{{% /in %}}', '<p><strong>a</strong></p>'],
  ['{{% in %}}x{{< /in >}}', '<p>x</p>'],
  ['{{< mdf >}}\n**a**\n{{< /mdf >}}', '<strong>a</strong>'],
  ['{{< mdf >}}\n**a**\n\nb\n{{< /mdf >}}', '<p><strong>a</strong></p>\n<p>b</p>'],
  ['{{< mdb >}}**a**{{< /mdb >}}', '<div><p><strong>a</strong></p></div>'],
  ['{{< mdf >}}**a** {{< inl >}}{{< /mdf >}}', '<strong>a</strong> <i>inl</i>'],
  ['{{< in >}}{{% in %}}**a**{{% /in %}}{{< /in >}}', '<strong>a</strong>'],
  ['{{< in >}}{{% in %}}\n**a**\n{{% /in %}}{{< /in >}}', '<strong>a</strong>'],
  ['`{{< inl >}}`', '<p><code><i>inl</i></code></p>'],
  ['```\n{{< inl >}}\n```', '<pre tabindex="0"><code><i>inl</i>\n</code></pre>'],
  ['```\n{{</* inl */>}}\n```', '<pre tabindex="0"><code>{{&#x3C; inl >}}\n</code></pre>'],
  ['{{< in >}}{{</* x */>}}{{< /in >}}', '{{< x >}}'],
  ['{{% in %}}{{</* x */>}}{{% /in %}}', '<p>{{&#x3C; x >}}</p>'],
  ['[a]({{< in >}}/x{{< /in >}} "t")', '<p><a href="/x" title="t">a</a></p>'],
  ['![a]({{< in >}}pic.png{{< /in >}})', '<p><img src="/posts/pic.png" alt="a"></p>'],
  ['[a]\n\n[a]: {{< in >}}/y{{< /in >}}', '<p><a href="/y">a</a></p>'],
  ['<a href="{{< in >}}/x{{< /in >}}">x</a>', '<p><a href="/x">x</a></p>'],
  ['{{< Show >}}', '[Show [[],{}] 0]'],
  ['{{< in />}}{{< in/>}}', ''],
])('%s', async (body, expected) => {
  expect(await render(body)).toBe(expected)
})

test('what {{% %}} gives is read as Markdown, its headings with the others', async () => {
  const rendered = await process('{{% md 1 %}}\n\n## H 1')
  expect(rendered.headings.map(({ id, text }) => [id, text])).toEqual([
    ['h-1', 'H 1'],
    ['h-1-1', 'H 1'],
  ])
  expect(rendered.html).toContain('<p>Text <em>em</em> <a href="x">l</a></p>')
})

test('in a list item, further lines stay in it', async () => {
  const html = await render('- item\n\n  {{% md 1 %}}\n\n  more')
  expect(html).toMatch(/<li>\s*<p>item<\/p>\s*<h2 id="h-1">[\s\S]*<p>more<\/p>\s*<\/li>/)
})

test('raw text in a call by {{% %}} is Markdown between what surrounds it', async () => {
  const rendered = await process('{{% div %}}\n## In\n\n{{< blk >}} *x*\n{{% /div %}}')
  expect(rendered.headings).toMatchObject([{ id: 'in' }])
  expect(rendered.html.replaceAll(/\s*\n\s*/g, '')).toMatch(
    /^<div><h2 id="in">.*<\/h2><div>blk<\/div><p><em>x<\/em><\/p><\/div>$/,
  )
})

test('Markdown of a call inside of one by {{< is rendered by itself', async () => {
  expect(await render('{{< div >}}{{% md 1 %}}{{< /div >}}')).toMatch(/^<div><h2 id="h-1">H 1/)
  expect(await render('{{< quote >}}a\n*b*{{< /quote >}}')).toMatch(/<blockquote>\s*<p>a\n<em>b<\/em><\/p>/)
})

test('HTML of a call is kept from the Markdown around it', async () => {
  const html = await render('{{< mdb >}}\n* {{< in >}}<pre>\n    a\n\n*b*</pre>{{< /in >}}\n{{< /mdb >}}')
  expect(html).toContain('<li><pre>\n    a\n\n*b*</pre></li>')
})

test('calls know their parents and how many stand before them', async () => {
  expect(
    await render(
      '{{< box A >}}{{< box B >}}{{< path C >}}{{< path D >}}{{< /box >}}{{< path E >}}{{< /box >}}{{< path F >}}',
    ),
  ).toBe('<p>(page A/0 (box B/0 box:B/0 Cbox:B/0 D)box:A/0 E)F</p>')
})

test('calls share a state in the order of the document', async () => {
  expect(await render('{{< put b >}}{{% put a %}}{{< sorted >}}{{< put c >}} {{% sorted %}}')).toBe(
    '<p>a b a b c</p>',
  )
})

test('what was put in is text in an attribute', async () => {
  expect(await render('{{< title >}}*a* "b"{{< /title >}}')).toBe('<b title="a “b”">x</b>')
})

test.each([
  ['   {{< deindent >}}\n    a\n      b\n   c\n  {{< /deindent >}}', '\n a\n   b\nc\n  '],
  ['{{< deindent >}}\n  a\n{{< /deindent >}}', '\n  a\n'],
  ['  {{< deindent >}}\n    a\n      b\n    {{< /deindent >}}', '\n  a\n    b\n  '],
])('inner text without its indentation: %j', async (body, expected) => {
  expect(await render(body)).toContain(JSON.stringify(expected))
})

test.each([
  ['{{< nope >}}', ['1:1 "nope": there is none of that name']],
  ['{{< show >}}{{< /nope >}}', ['1:13 "nope" is closed, and it is not open here']],
  ['a\n\n{{< inl >}}x{{< /inl >}}', ['3:13 "inl" is closed, and it has no inner text']],
  ['a {{< must >}} b', ['1:3 "must" is not closed, and it needs its inner text']],
  ['{{< must >}}{{< must >}}x{{< /must >}}', ['1:1 "must" is not closed, and it needs its inner text']],
  ['{{< must />}}{{< must >}}x{{< /must >}}{{< throws >}}', ['1:40 "throws": it fails with "no"']],
  ['{{< in >}}\n{{< nope >}}\n{{< /in >}}', ['2:1 "nope": there is none of that name']],
  [
    "{{< must 'a' >}}x{{< /must >}} {{< nope >}}",
    ["1:10 an argument is quoted by '", '1:32 "nope": there is none of that name'],
  ],
  ['{{< x.inline >}}{{< /x.inline >}}', ['1:1 "x.inline": its text is a Go template, and those are not run']],
])('%s is told', async (body, expected) => {
  expect((await process(body)).told).toEqual(expected)
})

test('a hundred calls within each other are enough', async () => {
  const { told } = await process(`${'{{< in >}}'.repeat(20_000)}x${'{{< /in >}}'.repeat(20_000)}`)
  expect(told[0]).toBe('1:1001 "in": more than 100 calls stand in one another')
})

test('many calls that are never closed are no hindrance', async () => {
  const rendered = await process(`${'{{< in >}}'.repeat(20_000)}x${'{{< in >}}'.repeat(20_000)}`)
  expect(rendered.html).toContain('x')
})

test('a placeholder that an author wrote is none', async () => {
  expect(await render('\ue0fd\ue100\ue0fe {{< in >}}\ue0fd\ue100\ue0fe{{< /in >}}')).not.toContain('\ue0fd')
})

/** Where each word of capitals stands, by the positions of the tree. */
async function placesOf(body: string): Promise<Record<string, string>> {
  const places: Record<string, string> = {}
  const plugin = () => (tree: Root) =>
    visit(tree, (node) => {
      if (node.type !== 'text' || !node.position || !/^[A-Z]+$/.test(node.value.trim())) return
      const { start, end } = node.position
      places[node.value.trim()] = `${start.line}:${start.column}-${end.line}:${end.column}`
    })
  await process(body, [plugin])
  return places
}

test('every place is that of the author’s text', async () => {
  const body = [
    '{{< show', // 1
    '  a="1"',
    '  b="2" >}} *AA*', // 3
    '',
    '{{% md 1 %}} *BB*', // 5
    '',
    '{{% in %}}', // 7
    '*CC*',
    '',
    '- *DD* {{< inl >}} *EE*',
    '{{% /in %}}', // 11
    '',
    '{{% quote %}}',
    '*FF*', // 14
    '{{% /quote %}}',
    '',
    '*GG*', // 17
  ].join('\n')
  expect(await placesOf(body)).toEqual({
    AA: '3:14-3:16',
    BB: '5:15-5:17',
    CC: '8:2-8:4',
    DD: '10:4-10:6',
    EE: '10:21-10:23',
    FF: '14:2-14:4',
    GG: '17:2-17:4',
  })
})

test('places hold in Markdown that a call has asked for', async () => {
  expect(await placesOf('a\n\n{{< mdb >}}\n*AA*\n\n  - *BB* {{< inl >}}\n{{< /mdb >}} *CC*')).toEqual({
    AA: '4:2-4:4',
    BB: '6:6-6:8',
    CC: '7:15-7:17',
  })
})

test('what is rendered by itself has ids that the page has not', async () => {
  const { html, headings } = await process(
    '## Sub\n\na[^1]\n\n[^1]: x\n\n{{< mdb >}}\n## Sub\n\nb[^1]\n\n[^1]: y\n{{< /mdb >}}',
  )
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(headings.map(({ id }) => id)).toEqual(['sub'])
  expect(ids).toContain('sub-1')
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, id = ''] of html.matchAll(/ href="#([^"]*)"/g)) expect(ids).toContain(id)
})

test('what a shortcode has had rendered is text of the page, without what is there to be clicked', async () => {
  const { html } = await process('{{< mdb >}}\n## One\n{{< /mdb >}}')
  expect(html).toContain('class="anchor"')
  expect(withoutAnchors(html)).toBe('<div><h2 id="one">One</h2></div>')
})

test('what is wrong in Markdown that a call has asked for is told at its place', async () => {
  const { told } = await process('a\n\n{{< mdb >}}\n```js {hl_lines=x}\n1\n```\n{{< /mdb >}}')
  expect(told).toEqual([expect.stringMatching(/^4:\d+ Cannot use an option of the code/)])
})

test('lines of code on the page and in a call have ids of their own', async () => {
  const code = '```js {linenos=true anchorlinenos=true}\n1\n```'
  const html = await render(
    `${code}\n\n{{< mdb >}}\n${code}\n{{< /mdb >}}\n\n{{< highlight js "linenos=true,anchorlinenos=true" >}}1{{< /highlight >}}`,
  )
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids).toHaveLength(3)
  expect(new Set(ids).size).toBe(3)
})

test('a heading has the words of the calls in it', async () => {
  const { headings, html } = await process(
    '## A {{< inl >}} *b {{</* x */>}}* {{< youtube abc >}} {{< in >}}&lt;{{< /in >}}',
  )
  expect(headings).toEqual([
    {
      depth: 2,
      id: 'a-inl-b--x---',
      text: 'A inl b {{< x >}} <',
      html: 'A inl <em>b {{&#x3C; x >}}</em>  &#x3C;',
    },
  ])
  expect(html).toContain('A <i>inl</i> <em>b {{&#x3C; x >}}</em>')
})
