import { expect, test } from 'vitest'
import { loadContent, post } from './load-content.ts'

const files = Object.fromEntries(
  [
    'posts/_index.md',
    'posts/a.md',
    'posts/a.fr.md',
    'posts/fr.fr.md',
    'posts/b/index.md',
    'posts/sub/_index.md',
    'posts/sub/c.md',
    'posts/sub/deep/z.md',
    'posts/notes/x.md',
    'notes/c.md',
    'notes/about.md',
    'd.ot/v1.2.md',
    'about.md',
  ].map((name) => [`content/${name}`, post('title: T', 'date: 2024-01-01')]),
)

const site = async () => {
  const tagged = { ...files, 'content/posts/t.md': post('title: T', 'tags: [Ink]') }
  const { sites } = await loadContent(tagged, { languages: { en: { weight: 1 }, fr: { weight: 2 } } })
  if (!sites[0]) throw new Error('no site')
  return sites[0]
}

const froms = ['/posts/a', '/posts/b', '/posts', '/posts/sub', '/posts/sub/c', '/']

/** What Hugo 0.169's `GetPage` finds from each of the pages above; one answer is that of all. */
const found: readonly (readonly [string, string | readonly string[]])[] = [
  ['/posts/a', '/posts/a'],
  ['/posts/a.md', '/posts/a'],
  ['/posts/A', '/posts/a'],
  ['posts/a', '/posts/a'],
  ['posts/b/index.md', '/posts/b'],
  ['/posts/b/index', '/posts/b'],
  ['/posts/', '/posts'],
  ['/posts/_index.md', '/posts'],
  ['/posts/a.fr.md', '/posts/a'],
  ['/posts/fr', ''],
  ['_index.md', ['/posts', '/posts', '/posts', '/posts/sub', '/posts/sub', '/']],
  ['.', ['/posts', '/posts', '/posts', '/posts/sub', '/posts/sub', '/']],
  ['..', ['/', '/', '/', '/posts', '/posts', '/']],
  ['./a', ['/posts/a', '/posts/a', '/posts/a', '', '', '']],
  ['../a', ['', '', '', '/posts/a', '/posts/a', '']],
  ['../notes/c', ['/notes/c', '/notes/c', '/notes/c', '', '', '/notes/c']],
  ['sub/c', ['/posts/sub/c', '/posts/sub/c', '/posts/sub/c', '', '', '']],
  ['deep/z', ['', '', '', '/posts/sub/deep/z', '/posts/sub/deep/z', '']],
  ['notes/x', ['/posts/notes/x', '/posts/notes/x', '/posts/notes/x', '', '', '']],
  ['notes/c', '/notes/c'],
  ['about.md', '/about'],
  ['/c', ''],
  ['tags/ink', '/tags/ink'],
  ['/tags/Ink', '/tags/ink'],
  ['/d.ot/v1.2', '/d.ot/v1.2'],
  ['/d.ot/v1.2.md', '/d.ot/v1.2'],
  ['/', '/'],
  ['', '/'],
  ['nope', ''],
]

test.each(found)('%j is the page that Hugo finds', async (ref, expected) => {
  const { findPage } = await site()
  const paths = froms.map((from) => findPage(ref, findPage(from))?.path ?? '')
  expect(paths).toEqual(typeof expected === 'string' ? froms.map(() => expected) : expected)
})

test('a lone name finds the one page that has it, and none where several do', async () => {
  const { findPage, pagesNamed } = await site()
  expect(findPage('z', findPage('/about'))?.path).toBe('/posts/sub/deep/z')
  expect(findPage('c', findPage('/about'))).toBeUndefined()
  expect(pagesNamed('c.md').map(({ path }) => path)).toEqual(['/notes/c', '/posts/sub/c'])
})

test('another language is asked for by its code', async () => {
  const { findPage } = await site()
  expect(findPage('/posts/a', undefined, 'fr')?.url).toBe('/fr/posts/a/')
  expect(findPage('fr', findPage('/posts/a'), 'fr')?.url).toBe('/fr/posts/fr/')
  expect(findPage('/posts/b', undefined, 'fr')).toBeUndefined()
  expect(findPage('/posts/a', undefined, 'xx')).toBeUndefined()
})
