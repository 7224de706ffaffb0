import { expect, test } from 'vitest'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import { createSite } from '../../src/content/create-site.ts'
import { checkPermalinks } from '../../src/content/url/check-permalinks.ts'
import { siteOf } from '../output/site-of.ts'
import { createdOf, pagesOf } from './page-of.ts'

// Which lists there are, and what is in them, is what Hugo 0.169 made of the same content.

const config = resolveConfig({}, { root: '/site', files: [] })

function sectionsOf(content: Record<string, string>) {
  const all = pagesOf(content, config)
  const pages = all.filter(({ state }) => state === 'published')
  const { sections } = createSite({ config, pages, all, files: [] })
  return Object.fromEntries(
    sections.map(({ page, pages }) => [page.url, [page.title, ...pages.map(({ url }) => url)]]),
  )
}

test('a first folder is a section, a deeper one where it has an _index.md; a bundle is none', () => {
  expect(
    sectionsOf({
      'posts/Nest One/p.md': '',
      'posts/sub/_index.md': '---\ntitle: S\n---\n',
      'posts/sub/z.md': '',
      'notes/only/_index.md': '---\ntitle: Only\n---\n',
      'Sec Three/a.md': '',
      'about/index.md': '---\ntitle: About\n---\n',
      'top.md': '',
    }),
  ).toEqual({
    '/posts/': ['Posts', '/posts/nest-one/p/', '/posts/sub/z/'],
    '/posts/sub/': ['S', '/posts/sub/z/'],
    '/notes/': ['Notes'],
    '/notes/only/': ['Only'],
    '/sec-three/': ['Sec Threes', '/sec-three/a/'],
  })
})

test('a section that is a draft is not there, nor made up for; its pages are. One of drafts is there', () => {
  expect(
    sectionsOf({
      'ds/_index.md': '---\ndraft: true\n---\n',
      'ds/a.md': '',
      'ds/sub/_index.md': '---\ntitle: Sub\n---\n',
      'ds/sub/b.md': '',
      'fs/_index.md': '---\ndate: 2099-01-01\n---\n',
      'fs/a.md': '',
      'drafts/d.md': '---\ndraft: true\n---\n',
    }),
  ).toEqual({ '/ds/sub/': ['Sub', '/ds/sub/b/'], '/drafts/': ['Drafts'] })
})

test('`list` keeps a page out of lists, `local` out of those of the whole site, and `render` takes its address', () => {
  const site = siteOf({
    'posts/a.md': '---\ntitle: A\n---\n',
    'posts/never.md': '---\ntitle: B\nbuild: {list: never}\n---\n',
    'posts/local.md': '---\ntitle: C\nbuild: {list: local}\n---\n',
    'posts/link.md': '---\ntitle: D\nbuild: {render: link}\n---\n',
    'posts/hidden.md': '---\ntitle: E\nbuild: {render: never}\n---\n',
  })
  const titles = (pages: readonly { readonly title: string }[] | undefined) =>
    pages?.map(({ title }) => title)
  expect(titles(site.posts)).toEqual(['A', 'D', 'E'])
  expect(titles(site.sections[0]?.pages)).toEqual(['A', 'C', 'D', 'E'])
  expect(site.pages.filter(({ kind }) => kind === 'page')).toHaveLength(5)
  expect([...site.byUrl.keys()].filter((url) => url.startsWith('/posts/')).sort()).toEqual([
    '/posts/',
    '/posts/a/',
    '/posts/link/',
    '/posts/local/',
    '/posts/never/',
  ])
})

test('what lies in a bundle is a part of its page, and told where it looks like a page of its own', () => {
  const content = {
    'posts/index.md': '---\ntitle: Posts\n---\n',
    'posts/a.md': '---\ntitle: A\n---\n',
    'posts/note.md': 'A part of the page.',
    'posts/deep/index.md': '---\ndate: 2026-01-01\n---\n',
    'posts/demo.html': '<p>Demo</p>',
    'other/b.md': '',
  }
  const { pages, bundled, diagnostics } = createdOf(content, config, 0)
  expect(pages.map(({ url }) => url)).toEqual(['/posts/', '/other/b/'])
  expect(bundled).toEqual([
    'content/posts/a.md',
    'content/posts/note.md',
    'content/posts/deep/index.md',
    'content/posts/demo.html',
  ])
  expect(
    diagnostics.map(({ code, severity, message, hint, place }) => [
      code,
      severity,
      message,
      hint,
      place?.line,
    ]),
  ).toEqual([
    [
      'content/bundled-page',
      'warning',
      'Cannot publish content/posts/a.md and 2 more: content/posts/index.md makes one page of its folder, and they are parts of that',
      'Rename index.md to _index.md to make the folder a section, or move them out of it',
      undefined,
    ],
  ])
})

test('one page in another’s bundle is told where it stands', () => {
  const content = { 'posts/index.md': '', 'posts/a.md': '---\ntitle: A\n---\n' }
  expect(createdOf(content, config, 0).diagnostics).toMatchObject([
    {
      message:
        'Cannot publish content/posts/a.md: content/posts/index.md makes one page of its folder, and this file is a part of that',
      place: { path: 'content/posts/a.md', line: 2 },
    },
  ])
})

test('what a pattern of addresses cannot be filled in with is told', () => {
  const told = (pattern: string) =>
    checkPermalinks(
      siteOf(
        {
          'posts/a.md': '',
          'posts/b.md': '---\nslug: b\n---\n',
          'posts/c.md': '---\ntitle: C\ndate: 2026-01-01\n---\n',
        },
        {
          urls: { permalinks: { posts: pattern } },
        },
      ),
    ).map(({ message, hint, place }) => [place?.path, message, hint])
  expect(told('/x/:contentbasename/')).toEqual([])
  expect(told('/x/:slug/')).toEqual([
    [
      'content/posts/a.md',
      'Cannot fill in :slug of "/x/:slug/": the page has no slug and no title, so its address is /x/',
      'Add to its front matter: title: My post',
    ],
  ])
  expect(told('/:year/:contentbasename/').map(([path]) => path)).toEqual([
    'content/posts/a.md',
    'content/posts/b.md',
  ])
})
