import { expect, test } from 'vitest'
import type { Site } from '../../src/content/site.ts'
import { createPageView } from '../../src/output/create-page-view.ts'
import { createSiteView } from '../../src/output/create-site-view.ts'
import { siteOf } from './site-of.ts'

const named = (title: string) => `---\ntitle: ${title}\n---\n`

function sectionOf(id: string, site: Site) {
  const page = site.bySource.get(id)
  if (!page) throw new Error(`There is no ${id}`)
  return createPageView(page, { edition: { site, rendered: new Map() }, backlinksOf: () => [] }).section
}

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
