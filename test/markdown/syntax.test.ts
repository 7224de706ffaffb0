import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { defaultMarkdown, type MarkdownConfig } from '../../src/config/markdown-config.ts'
import { collectReferences } from '../../src/markdown/collect-references.ts'
import { createContents } from '../../src/markdown/create-contents.ts'
import { createProcessor } from '../../src/markdown/create-processor.ts'

async function run(text: string, markdown: Partial<MarkdownConfig> = {}) {
  const processor = createProcessor({
    markdown: { ...defaultMarkdown, ...markdown },
    shortcodes: { shortcodes: { pic: () => '<img id="p" src="/p.png"><!-- <a href="/no"> -->' } },
    resolve: (path) => (path === 'b.md' ? '/b c/' : undefined),
    resolveName: (name) => (name === 'nothing' ? undefined : `/${name}/`),
  })
  const file = new VFile({ path: 'a.md', value: text })
  const tree = await processor.run(processor.parse(file), file)
  return { html: processor.stringify(tree, file), tree, file, headings: file.data.headings ?? [] }
}

describe.each(['native', 'remark'] as const)('by the parser %s', (parser) => {
  const html = async (text: string, markdown: Partial<MarkdownConfig> = {}) =>
    (await run(text, { parser, ...markdown })).html

  test('an alert has the markup of GitHub', async () => {
    expect(await html('> [!NOTE]\n> It *is*.\n>\n> - so')).toBe(
      '<div class="markdown-alert markdown-alert-note" role="note">\n<p class="markdown-alert-title">Note</p>\n<p>It <em>is</em>.</p>\n<ul>\n<li>so</li>\n</ul>\n</div>',
    )
  })

  test('an alert may have a title, and a sign lets it open and close', async () => {
    expect(await html('> [!tip]- My *own*\n> x')).toBe(
      '<details class="markdown-alert markdown-alert-tip">\n<summary class="markdown-alert-title">My <em>own</em></summary>\n<p>x</p>\n</details>',
    )
    expect(await html('> [!tip]+\n> x')).toContain('<details class="markdown-alert markdown-alert-tip" open>')
    expect(await html('> see [!NOTE]')).toBe('<blockquote>\n<p>see [!NOTE]</p>\n</blockquote>')
  })

  test('wikilinks lead to pages by name, and the broken are told', async () => {
    const { html, file } = await run(
      'A "b" [[one]], [[two#x y|the *second*]],\n`[[c]]` \\[[d]] [[nothing|text]]',
      { parser, wikilinks: true },
    )
    expect(html).toBe(
      '<p>A “b” <a href="/one/">one</a>, [[two#x y|the <em>second</em>]],\n<code>[[c]]</code> [[d]] text</p>',
    )
    expect(file.messages).toMatchObject([
      { ruleId: 'markdown/wikilink', line: 2, column: 16, reason: expect.stringContaining('"nothing"') },
    ])
    const { html: second, tree } = await run('[[two#x y|second]]', { parser, wikilinks: true })
    expect(second).toBe('<p><a href="/two/#x%20y">second</a></p>')
    expect(collectReferences(tree, { path: 'a.md', text: '' }).links).toMatchObject([
      { target: 'two#x y', url: '/two/#x%20y' },
    ])
  })

  test('hard wraps make each line end a break', async () => {
    expect(await html('a "b"\nc  \nd', { hardWraps: true })).toBe('<p>a “b”<br>\nc<br>\nd</p>')
  })

  test('raw HTML that is forbidden is left out, and each place is told', async () => {
    const { html, file } = await run('a <b>x</b>\n\n<div>\ny\n</div>\n\n<!-- c -->\n\n- <br>', {
      parser,
      rawHtml: false,
    })
    expect(html).toBe('<p>a x</p>\n<!-- c -->\n<ul>\n<li></li>\n</ul>')
    expect(
      file.messages.map(({ line, column, reason }) => [line, column, /<\w+>/.exec(reason)?.[0]]),
    ).toEqual([
      [1, 3, '<b>'],
      [3, 1, '<div>'],
      [9, 3, '<br>'],
    ])
  })

  test('plugins that substitute text keep each other’s places', async () => {
    expect(
      await html('It\'s :tada: [[x]] "so" \\:tada: &quot;q&quot; :nope:', { emoji: true, wikilinks: true }),
    ).toBe('<p>It’s 🎉 <a href="/x/">x</a> “so” :tada: "q" :nope:</p>')
  })

  test('all that a document refers to is collected, with its place', async () => {
    const { tree } = await run(
      '# H\n\n[a](b.md#x) ![i](i.png) <https://e.org/>\n\n<video src="v.mp4" poster="/v.png" id="v"></video> <a name="n"></a>\n\n{{< pic >}} note[^1]\n\n[^1]: N',
      { parser },
    )
    const { links, ids } = collectReferences(tree, { path: 'a.md', text: '# H\n\n[a](b.md#x)' })
    expect(
      links.map(({ kind, target, url, place }) => [kind, target, url, place?.line, place?.column]),
    ).toEqual([
      ['link', 'b.md#x', '/b%20c/#x', 3, 1],
      ['image', 'i.png', 'i.png', 3, 13],
      ['link', 'https://e.org/', 'https://e.org/', 3, 25],
      ['media', 'v.mp4', 'v.mp4', 5, 1],
      ['image', '/v.png', '/v.png', 5, 1],
      ['image', '/p.png', '/p.png', 7, 1],
    ])
    expect([...ids]).toEqual([
      'h',
      'v',
      'n',
      'p',
      'user-content-fnref-1',
      'footnote-label',
      'user-content-fn-1',
    ])
  })

  test('whatever is written ends in a page or in a message', async () => {
    const all: Partial<MarkdownConfig> = {
      parser,
      emoji: true,
      wikilinks: true,
      attributes: { headings: true, blocks: true },
    }
    const deep = ['> '.repeat(10_000), '- '.repeat(10_000), '1. '.repeat(3000)]
    for (const text of deep) {
      const { file } = await run(`${text}x`, all)
      expect(file.messages).toMatchObject([{ ruleId: 'markdown/nesting', fatal: true }])
    }
    expect((await run(`${'* '.repeat(500)}\n\n${'>'.repeat(50)} x`, all)).file.messages).toEqual([])
    const odd = [
      'a\0b',
      '\ud800 "\udc00" :sm\ud83dile:',
      '\ufeff# hi',
      `# ${'{'.repeat(2000)}`,
      '[['.repeat(999),
    ]
    for (const text of odd) expect((await run(text, all)).html).not.toBe('')
    expect((await run('a\0\ud800', all)).html).toBe('<p>a\ufffd\ufffd</p>')
    expect((await run('# A "b" {#x}\r\n\r\nT "q"\r\n{.c}\r\n', all)).html).toContain('<p class="c">T “q”</p>')
  })
})

test('a heading in HTML has no id and stands in no contents list, as in Hugo', async () => {
  const { html, headings } = await run('<h2>Raw</h2>\n\n## Raw\n\n<h2 id="own">x</h2>')
  expect(html).toMatch(/^<h2>Raw<\/h2>\n<h2 id="raw">Raw<a class="anchor".*<\/h2>\n<h2 id="own">x<\/h2>$/)
  expect(headings.map(({ id }) => id)).toEqual(['raw'])
})

test('a contents list is nested by levels, with lines for those that are left out', async () => {
  const { headings } = await run('### a\n\n## b\n\n#### c\n\n# d\n\n## e')
  const outline = (entries: ReturnType<typeof createContents>): unknown =>
    entries.map(({ heading, children }) => [heading?.id, outline(children)])
  expect(outline(createContents(headings, { startLevel: 2, endLevel: 4 }))).toEqual([
    [undefined, [['a', []]]],
    ['b', [[undefined, [['c', []]]]]],
    ['e', []],
  ])
  expect(outline(createContents(headings, { startLevel: 1, endLevel: 1 }))).toEqual([['d', []]])
})
