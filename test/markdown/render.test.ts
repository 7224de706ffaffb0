import type { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { SiteError } from '../../src/base/site-error.ts'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import type { UserConfig } from '../../src/config/user-config.ts'
import { createSite } from '../../src/content/create-site.ts'
import { createRenderer } from '../../src/markdown/create-renderer.ts'
import { pageOf } from '../content/page-of.ts'

const render = async (body: string, user: UserConfig = {}, matter = '') =>
  (await outcome(body, user, matter)).rendered

async function outcome(body: string, user: UserConfig, matter = '') {
  const outcome = await told(body, user, matter)
  if (outcome.errors.length > 0) throw new SiteError(outcome.errors)
  return outcome
}

function told(body: string, user: UserConfig, matter = '') {
  const config = resolveConfig(user, { root: '/site', files: [] })
  const text = `---\ntitle: T\ndate: 2026-01-01\n${matter}\n---\n${body}`
  const page = pageOf('posts/a.md', text, config)
  const site = createSite({ config, pages: [page], all: [page], files: ['posts/pic.png', 'posts/b c.png'] })
  return createRenderer(site)(page)
}

test('a summary ends at its mark', async () => {
  const { summary, truncated, html } = await render(
    'One **two**[^1].\n\n## Three\n\n<!--more-->\n\nFour\n\n[^1]: Note',
  )
  const note = '<sup><a href="/posts/a/#user-content-fn-1" data-footnote-ref>1</a></sup>'
  expect(summary).toBe(`<p>One <strong>two</strong>${note}.</p>\n<h2>Three</h2>`)
  expect(truncated).toBe(true)
  expect(html).not.toContain('more')
})

test('a summary whose mark comes first is empty, as in Hugo', async () => {
  const { summary, truncated, html } = await render('<!--more-->\n\nText')
  expect({ summary, truncated }).toEqual({ summary: '', truncated: true })
  expect(html).not.toContain('more')
})

test('a summary is whole blocks until there are 70 words in paragraphs', async () => {
  const words = 'word '.repeat(40).trim()
  const { summary, truncated } = await render(`${words}\n\n## H\n\n- x\n\n${words}\n\n${words}`)
  expect(summary).toBe(`<p>${words}</p>\n<h2>H</h2>\n<ul>\n<li>x</li>\n</ul>\n<p>${words}</p>`)
  expect(truncated).toBe(true)
})

test('a summary in the front matter is Markdown, and gives way to the mark', async () => {
  const { summary, truncated } = await render('Body', {}, 'summary: It *is* "so"')
  expect(summary).toBe('<p>It <em>is</em> “so”</p>')
  expect(truncated).toBe(false)
  expect((await render('One\n\n<!--more-->\n\nTwo', {}, 'summary: No')).summary).toBe('<p>One</p>')
})

test('a short page is its own summary', async () => {
  expect(await render('Short.')).toMatchObject({ summary: '<p>Short.</p>', truncated: false, words: 1 })
})

test('ids of headings are those of GitHub', async () => {
  const { headings } = await render(
    "## A  b-c\n\n## Ünï_code!\n\n## ???\n\n## A  b-c\n\n## It's `code` & [link](/x)",
  )
  expect(headings.map(({ id }) => id)).toEqual([
    'a--b-c',
    'ünï_code',
    'heading',
    'a--b-c-1',
    'its-code--link',
  ])
  expect(headings.at(-1)?.html).toBe('It’s <code>code</code> &#x26; link')
})

test('relative links lead where the file lies, others stay', async () => {
  const { html } = await render(
    '[a](a.md?x#y) ![p](pic.png) ![p](b%20c.png) [n](nothing.md) [m](mailto:a@b.c) [h](#h)',
  )
  expect(html).toBe(
    '<p><a href="/posts/a/?x#y">a</a> <img src="/posts/pic.png" alt="p"> <img src="/posts/b%20c.png" alt="p"> <a href="nothing.md">n</a> <a href="mailto:a@b.c">m</a> <a href="#h">h</a></p>',
  )
})

test('a shortcode alone is a block; its output is left alone', async () => {
  const { html } = await render('{{< youtube abc >}}\n\n{{< youtube id="abc" title="<T>" >}}')
  expect(html).toMatch(/^<div class="video"><iframe src="https:\/\/www.youtube-nocookie.com\/embed\/abc"/)
  expect(html).toMatch(/<div class="video"><iframe [^>]*title="<T>"/)
})

const player = (html: string) => html.replaceAll(/<div class="video">.*?<\/div>/g, '[player]')

test.each([
  ['Intro {{< youtube abc >}} *and* more', '<p>Intro</p>[player]<p><em>and</em> more</p>'],
  ['{{< youtube abc >}} more', '[player]<p>more</p>'],
  ['One ![i](/i.png) {{< youtube abc >}}', '<p>One <img src="/i.png" alt="i"></p>[player]'],
  ['One *two {{< youtube abc >}} three*', '<p>One <em>two </em></p>[player]<p><em> three</em></p>'],
  [
    '- One {{< youtube abc >}}\n\n- Two',
    '<ul>\n<li>\n<p>One</p>[player]\n</li>\n<li>\n<p>Two</p>\n</li>\n</ul>',
  ],
])('a shortcode inside of a sentence is lifted out of its paragraph: %s', async (body, expected) => {
  expect(player((await render(body)).html)).toBe(expected)
})

test('a placeholder is left neither in a comment nor in the contents list', async () => {
  const { html, headings } = await render(
    '<!-- {{< youtube abc >}} {{</* x */>}} -->\n\n## A {{< youtube abc >}}\n\n<!-- {{< youtube abc >}} --> <b>b</b>',
  )
  expect(html + JSON.stringify(headings)).not.toMatch(/[\ue000-\uf8ff]/)
  expect(headings).toMatchObject([{ id: 'a', text: 'A', html: 'A' }])
})

test('a task is labelled by its words, not by a player’s HTML', async () => {
  const { html } = await render('- [ ] Watch {{< youtube abc >}}\n- [x] Write {{</* x */>}}')
  expect(html).toContain('aria-label="Watch"')
  expect(html).toContain('aria-label="Write {{< x >}}"')
})

test('a shortcode in raw HTML and in an address is expanded as well', async () => {
  const { html } = await render('<div>{{< youtube abc >}}</div>\n\n[a](/x/{{</* n */>}})')
  expect(html).toContain('<div><div class="video">')
  expect(html).toContain('href="/x/{{<')
})

test('code is coloured by classes, and in a language that nobody knows it is plain', async () => {
  const { html } = await render('```ts\nconst a = 1\n```\n\n```asn1\nx\n```')
  expect(html).toContain('<span class="hljs-keyword">const</span>')
  expect(html).toContain('<code class="hljs language-asn1">x\n</code>')
})

test('HTML that is nested too deep is told, and a line of 5 MB is a page', { timeout: 60_000 }, async () => {
  expect(await failureOf(render('<div>'.repeat(10_000)))).toMatchObject({
    code: 'markdown/nesting',
    place: { path: 'content/posts/a.md' },
  })
  expect((await render('word '.repeat(1_000_000))).words).toBe(1_000_000)
})

test("an author's plugins run, on Markdown and on HTML", async () => {
  const remark = () => (tree: { children: unknown[] }) => {
    tree.children.push({ type: 'paragraph', children: [{ type: 'text', value: 'from remark' }] })
  }
  const rehype = () => (tree: { children: { type: string; tagName?: string }[] }) => {
    for (const node of tree.children) if (node.tagName === 'p') node.tagName = 'div'
  }
  const { html } = await render('One', { markdown: { remarkPlugins: [remark], rehypePlugins: [rehype] } })
  expect(html).toBe('<div>One</div>\n<div>from remark</div>')
})

const failureOf = (work: Promise<unknown>) => work.catch((error: unknown) => error)

test.each([
  [
    'throws',
    () => () => {
      throw new Error('no')
    },
    /: a plugin failed with "no"$/,
  ],
  ['gives no tree back', () => () => ({ type: 'element', tagName: 'p' }), /something else than a whole tree/],
  ['leaves a broken tree', () => () => ({ type: 'root', children: [{ type: 'x' }] }), /a plugin failed with/],
])('a plugin that %s is told with the page', async (_, plugin, message) => {
  const failure = await failureOf(render('x', { markdown: { rehypePlugins: [plugin] } }))
  expect(failure).toBeInstanceOf(SiteError)
  expect(failure).toMatchObject({
    code: 'markdown/plugin',
    message: expect.stringMatching(message),
    hint: expect.stringContaining('one by one'),
    place: { path: 'content/posts/a.md' },
  })
})

test('a plugin that throws when it is attached is told', async () => {
  const broken = () => {
    throw new Error('no')
  }
  const failure = await failureOf(render('x', { markdown: { remarkPlugins: [broken] } }))
  expect(failure).toBeInstanceOf(SiteError)
  expect(failure).toMatchObject({ code: 'markdown/plugin', message: expect.stringContaining('"no"') })
})

test('what a plugin finds fault with is told in its words, at its place', async () => {
  const strict = () => (_: unknown, file: VFile) => {
    file.message('Too short', { place: { line: 6, column: 1 }, source: 'strict' })
  }
  const { warnings } = await outcome('x', { markdown: { remarkPlugins: [strict] } })
  expect(warnings).toEqual([
    {
      code: 'markdown/plugin',
      severity: 'warning',
      message: 'Cannot approve of the Markdown: strict says "Too short"',
      hint: 'Change the text there, or the plugin and its options in the config',
      place: { path: 'content/posts/a.md', line: 6, column: 1, text: 'x' },
    },
  ])
  const fatal = () => (_: unknown, file: VFile) => file.fail('Much too short')
  expect(await failureOf(render('x', { markdown: { remarkPlugins: [fatal] } }))).toMatchObject({
    message: 'Cannot render the Markdown: a plugin says "Much too short"',
  })
})

test('links by file from the root, and bare names of pages beside, lead to pages', async () => {
  const { html } = await render('[a](/posts/a.md#x) [b](a) [c](nope) [d](/nope.md) [e](/posts/a/)')
  expect(html).toBe(
    '<p><a href="/posts/a/#x">a</a> <a href="/posts/a/">b</a> <a href="nope">c</a> <a href="/nope.md">d</a> <a href="/posts/a/">e</a></p>',
  )
})

test('a call in a class is put in', async () => {
  const { html } = await render(
    '<div class="a {{< param kinds >}}" title="{{< param kinds >}}">x</div>',
    {},
    'kinds: b c',
  )
  expect(html).toBe('<div class="a b c" title="b c">x</div>')
})

test.each(['error', 'warning', 'ignore'] as const)(
  'a name that leads nowhere is as grave as other broken links: %s',
  async (brokenLinks) => {
    const { warnings, errors } = await told('[[nobody]]', { brokenLinks, markdown: { wikilinks: true } })
    const severities = [...errors, ...warnings].map(({ code, severity }) => [code, severity])
    expect(severities).toEqual(brokenLinks === 'ignore' ? [] : [['markdown/wikilink', brokenLinks]])
  },
)

test('in a site of Hugo’s, the text between a Go template’s tags stands for its call, and that is told once', async () => {
  const config = resolveConfig({ missingLayouts: 'warning' }, { root: '/site', files: [] })
  const text =
    '---\ntitle: T\n---\n{{< note >}}A *b*{{< /note >}}\n\nc{{< note >}}{{< /note >}}{{% note %}}d{{% /note %}}'
  const page = pageOf('posts/a.md', text, config)
  const site = createSite({ config, pages: [page], all: [page], files: [] })
  const templates = new Map([['note', 'layouts/shortcodes/note.html']])
  const { rendered, warnings, errors } = await createRenderer(site, { shortcodes: {}, templates })(page)
  expect(rendered.html).toBe('<p>A <em>b</em></p>\n<p>cd</p>')
  expect(errors).toEqual([])
  expect(warnings.map(({ code, place }) => [code, place?.line])).toEqual([['shortcode/template', 4]])
})
