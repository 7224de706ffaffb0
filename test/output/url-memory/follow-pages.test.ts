import { describe, expect, test } from 'vitest'
import { followPages } from '../../../src/output/url-memory/follow-pages.ts'
import { emptyMemory, type UrlMemory } from '../../../src/output/url-memory/url-memory.ts'
import { siteOf } from '../site-of.ts'

type Content = Readonly<Record<string, string>>

const words = (seed: string) => Array.from({ length: 60 }, (_, index) => `${seed}${index}`).join(' ')
const post = (title: string, matter = '', body = '') =>
  `---\ntitle: ${title}\ndate: 2026-01-01\n${matter}---\n${body}`

/** Builds one site after the other, as their author changes it. */
function follow(...versions: readonly Content[]) {
  let memory: UrlMemory = emptyMemory
  let last = { moved: {}, gone: [] as readonly string[] }
  for (const content of versions) {
    const outcome = followPages(memory, { sites: [siteOf(content)], leftOut: [] })
    memory = outcome.memory
    last = { moved: Object.fromEntries(outcome.moved), gone: outcome.gone }
  }
  return { ...last, memory }
}

test('the first build remembers the pages that are written, and nothing follows', () => {
  expect(follow({ 'posts/a.md': post('A'), 'about.md': '---\ntitle: About\n---\n' })).toEqual({
    moved: {},
    gone: [],
    memory: {
      pages: {
        'content/about.md': { url: '/about/', title: 'About' },
        'content/posts/a.md': { url: '/posts/a/', title: 'A', date: '2026-01-01' },
      },
      moved: {},
      gone: [],
    },
  })
})

test('a page with another address leads on from the old one', () => {
  const { moved, gone } = follow({ 'posts/a.md': post('A') }, { 'posts/a.md': post('A', 'slug: b\n') })
  expect({ moved, gone }).toEqual({ moved: { '/posts/a/': '/posts/b/' }, gone: [] })
})

test('all addresses that a page has had lead to the last one in one step', () => {
  const slugs = ['one', 'two', 'three', 'three'].map((slug) => ({
    'posts/a.md': post('A', `slug: ${slug}\n`),
  }))
  expect(follow(...slugs).moved).toEqual({ '/posts/one/': '/posts/three/', '/posts/two/': '/posts/three/' })
})

test('a page that returns to its address has left the other one', () => {
  const slugs = ['one', 'two', 'one'].map((slug) => ({ 'posts/a.md': post('A', `slug: ${slug}\n`) }))
  expect(follow(...slugs).moved).toEqual({ '/posts/two/': '/posts/one/' })
})

test('a page that was removed is gone, with all the addresses that it had', () => {
  const { moved, gone } = follow({ 'posts/a.md': post('A') }, { 'posts/a.md': post('A', 'slug: b\n') }, {})
  expect({ moved, gone: [...gone].sort() }).toEqual({ moved: {}, gone: ['/posts/a/', '/posts/b/'] })
})

test('an address that is published again is not gone any more', () => {
  const { gone, memory } = follow({ 'posts/a.md': post('A') }, {}, { 'posts/a.md': post('Another') })
  expect(gone).toEqual([])
  expect(memory.gone).toEqual([])
})

test('pages that change places lead nowhere, for both addresses are published', () => {
  const first = { 'posts/a.md': post('A', 'slug: x\n'), 'posts/b.md': post('B', 'slug: y\n') }
  const second = { 'posts/a.md': post('A', 'slug: y\n'), 'posts/b.md': post('B', 'slug: x\n') }
  expect(follow(first, second).moved).toEqual({})
})

describe('a file that has another name', () => {
  const moves = (from: Content, to: Content) => follow(from, to).moved

  test('is known by its title and date', () => {
    expect(moves({ 'posts/a.md': post('A') }, { 'notes/b.md': post('A') })).toEqual({
      '/posts/a/': '/notes/b/',
    })
  })

  test('is known by its date and its own name, also where it became a bundle', () => {
    const [from, to] = [{ 'posts/a.md': post('A') }, { 'notes/a/index.md': post('Another title') }]
    expect(moves(from, to)).toEqual({ '/posts/a/': '/notes/a/' })
  })

  test('is known by what it says, with changes', () => {
    const from = { 'a.md': `---\ntitle: A\n---\n${words('ink')}` }
    const to = { 'b.md': `---\ntitle: B\n---\n${words('ink')} and some more` }
    expect(moves(from, to)).toEqual({ '/a/': '/b/' })
  })

  test('keeps what led to it', () => {
    const versions = [
      { 'posts/a.md': post('A', 'slug: first\n') },
      { 'posts/a.md': post('A') },
      { 'notes/b.md': post('A') },
    ]
    expect(follow(...versions).moved).toEqual({ '/posts/first/': '/notes/b/', '/posts/a/': '/notes/b/' })
  })

  test('is not taken for a new page that says something else', () => {
    const from = { 'a.md': `---\ntitle: About\n---\n${words('ink')}` }
    const to = { 'b.md': `---\ntitle: About\n---\n${words('wax')}` }
    const { moved, gone } = follow(from, to)
    expect({ moved, gone }).toEqual({ moved: {}, gone: ['/a/'] })
  })

  test('is none of two that would do equally well', () => {
    const to = { 'posts/b.md': post('A'), 'posts/c.md': post('A') }
    const { moved, gone } = follow({ 'posts/a.md': post('A') }, to)
    expect({ moved, gone }).toEqual({ moved: {}, gone: ['/posts/a/'] })
  })
})

test('a page that is withdrawn is not gone, and leads on from its addresses when it comes back', () => {
  const site = (content: Content) => siteOf(content)
  const first = followPages(emptyMemory, {
    sites: [site({ 'posts/a.md': post('A', 'slug: x\n') })],
    leftOut: [],
  })
  const draft = site({ 'posts/a.md': post('A') }).pages.filter(({ source }) => source)
  const second = followPages(first.memory, { sites: [site({})], leftOut: draft })
  expect({ moved: second.moved, gone: second.gone }).toEqual({ moved: new Map(), gone: [] })
  const third = followPages(second.memory, { sites: [site({ 'posts/a.md': post('A') })], leftOut: [] })
  expect(Object.fromEntries(third.moved)).toEqual({ '/posts/x/': '/posts/a/' })
})

test('a text that was changed by a few words keeps its line', () => {
  const about = (body: string) => ({ 'a.md': `---\ntitle: A\n---\n${body}` })
  const before = follow(about(words('ink'))).memory
  expect(follow(about(words('ink')), about(`${words('ink')} one`)).memory).toEqual(before)
  expect(follow(about(words('ink')), about(words('wax'))).memory).not.toEqual(before)
})

test('what an earlier Inkseal remembers of texts is no reason to take a page for another', () => {
  const sketch = '767c47dafe5ab2099e0f66f50e6b9ece'
  const before = { ...emptyMemory, pages: { 'content/a.md': { url: '/a/', title: 'About', sketch } } }
  const site = siteOf({ 'b.md': `---\ntitle: About\n---\n${words('ink')}` })
  const { moved, memory } = followPages(before, { sites: [site], leftOut: [] })
  expect(Object.fromEntries(moved)).toEqual({ '/a/': '/b/' })
  expect(memory.pages['content/b.md']?.sketch).toMatch(/^~/)
})

test('hundreds of pages that move at once are each found again', () => {
  const site = (section: string) =>
    Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`${section}/${index}.md`, post(`Post ${index}`)]),
    )
  const { moved, gone } = follow(site('posts'), site('blog'))
  expect(gone).toEqual([])
  expect(Object.keys(moved)).toHaveLength(300)
  expect(moved).toMatchObject({ '/posts/0/': '/blog/0/', '/posts/299/': '/blog/299/' })
})
