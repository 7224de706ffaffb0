import { expect, test } from 'vitest'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import { createSite } from '../../src/content/create-site.ts'
import { createRenderer } from '../../src/markdown/create-renderer.ts'
import { pageOf } from '../content/page-of.ts'

async function render(text: string) {
  const config = resolveConfig({}, { root: '/site', files: [] })
  const page = pageOf('posts/a.md', text, config)
  const site = createSite({ config, pages: [page], all: [page], files: [] })
  return (await createRenderer(site)(page)).rendered
}

test.each([
  '# The Title\n\nBody.',
  '\n\n   # The Title #\n\nBody.',
  '---\ndate: 2026-01-01\n---\nThe Title\n===\n\nBody.',
  '---\ndate: 2026-01-01\n---\n\n<!-- a comment -->\n\n# The Title\n\nBody.',
])('a heading that gave the title is not shown twice: %j', async (text) => {
  const { page, html, headings, summary, titleHeading, words, ids } = await render(text)
  expect(page.title).toBe('The Title')
  expect(html).not.toContain('<h1')
  expect(html).toContain('<p>Body.</p>')
  expect(headings).toEqual([])
  expect(summary).toBe('<p>Body.</p>')
  expect(titleHeading).toMatchObject({ depth: 1, id: 'the-title', text: 'The Title' })
  expect(words).toBe(3)
  expect([...ids]).toEqual(['the-title'])
})

test.each([
  // Not the first of the body.
  ['Before.\n\n# Mine\n', 'Mine'],
  ['{{< youtube abc >}}\n\n# Mine\n', 'Mine'],
  // Headings that are no Markdown headings of the page itself.
  ['<h1>Mine</h1>\n\nBody.', 'A'],
  ['<h1>Mine</h1>\n\n# Two', 'Two'],
  ['> # Mine\n', 'A'],
  ['# ![](pic.png)\n', 'A'],
  ['---\ntitle: Own\n---\n# Mine', 'Own'],
])('a heading that did not give the title, or not at the top, stays: %j', async (text, title) => {
  const { page, html, titleHeading } = await render(text)
  expect(page.title).toBe(title)
  expect(html).toContain('<h1')
  expect(titleHeading).toBeUndefined()
})
