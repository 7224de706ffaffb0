import { expect, test } from 'vitest'
import type { Site } from '../../src/content/site.ts'
import { createEntry, createPageView } from '../../src/output/create-page-view.ts'
import { createSiteView } from '../../src/output/create-site-view.ts'
import { bodyOf } from '../../src/output/edition.ts'
import { createSiteFacts } from '../../src/output/site-facts.ts'
import { siteOf } from './site-of.ts'

const named = (title: string) => `---\ntitle: ${title}\n---\n`

function viewOf(id: string, site: Site) {
  const page = site.bySource.get(id)
  if (!page) throw new Error(`There is no ${id}`)
  const edition = { site, rendered: new Map() }
  const facts = createSiteFacts(site)
  return createPageView(page, {
    edition,
    facts,
    entryOf: (one) => createEntry(bodyOf(edition, one), facts),
    related: () => [],
    backlinks: () => [],
  })
}

const sectionOf = (id: string, site: Site) => viewOf(id, site).section

const content = {
  'docs/_index.md': named('Docs'),
  'docs/api/_index.md': named('API'),
  'docs/apidocs.md': named('A'),
  'docs/api/deep/b.md': named('B'),
  'docs/c.md': named('C'),
  'notes/only/_index.md': named('Only'),
  'about/index.md': named('About'),
}

test('a page’s section is the deepest that holds it', () => {
  const site = siteOf(content)
  expect(sectionOf('docs/api/deep/b.md', site)).toEqual({ title: 'API', url: '/docs/api/' })
  expect(sectionOf('docs/apidocs.md', site)).toEqual({ title: 'Docs', url: '/docs/' })
  expect(sectionOf('docs/c.md', site)).toEqual({ title: 'Docs', url: '/docs/' })
  expect(sectionOf('about/index.md', site)).toBeUndefined()
})

test('the menu lists the sections that lie in no other', () => {
  expect(createSiteView(siteOf(content)).menu).toEqual([
    expect.objectContaining({ title: 'Docs', url: '/docs/' }),
    expect.objectContaining({ title: 'Notes', url: '/notes/' }),
  ])
})

test('nothing links to a list, a term or a neighbour that has no page', () => {
  const site = siteOf({
    'posts/_index.md': '---\ntitle: Posts\noutputs: [rss]\n---\n',
    'posts/a.md': '---\ntitle: A\ndate: 2026-01-03\ntags: [ink, blots]\n---\n',
    'posts/b.md': '---\ntitle: B\ndate: 2026-01-02\nbuild: {render: never}\n---\n',
    'posts/c.md': '---\ntitle: C\ndate: 2026-01-01\nurl: /elsewhere/\nbuild: {render: link}\n---\n',
    'tags/ink/_index.md': '---\ntitle: Ink\nbuild: {render: never}\n---\n',
    'tags/_index.md': '---\ntitle: Tags\nbuild: {render: never}\n---\n',
  })
  const view = viewOf('posts/a.md', site)
  expect(view.tags.map(({ url }) => url)).toEqual(['/tags/blots/'])
  expect(view.terms).toEqual({ tags: [{ title: 'Blots', url: '/tags/blots/' }] })
  expect(view.section).toBeUndefined()
  expect(site.neighbours.get('posts/a.md')?.previous?.title).toBe('C')
  expect(createSiteView(site)).toMatchObject({ menu: [], taxonomies: [] })
})
