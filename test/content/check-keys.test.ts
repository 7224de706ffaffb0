import { expect, test } from 'vitest'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import { createdOf } from './page-of.ts'

function told(...matters: readonly string[]) {
  const { diagnostics } = createdOf(
    Object.fromEntries(matters.map((matter, index) => [`posts/${index}.md`, `---\n${matter}\n---\n`])),
    resolveConfig({}, { root: '/site', files: [] }),
  )
  return diagnostics.map(({ message, place }) => `${place?.path}:${place?.line} ${message}`)
}

test.each([
  ['titel: x', 'titel', 'title'],
  ['title: x\ndiscription: y', 'discription', 'description'],
  ['Tag: x', 'tag', 'tags'],
  ['category: x', 'category', 'categories'],
  ['weigth: 1', 'weigth', 'weight'],
  ['alias: /x', undefined, undefined],
  ['pubishDate: 2020-01-01', 'pubishdate', 'publishdate'],
  ['data: x', undefined, undefined],
  ['image: x', undefined, undefined],
  ['title: x\ntitles: [y]', undefined, undefined],
])('%j', (matter, key, meant) => {
  expect(told(matter).map((text) => text.slice(text.indexOf(' ') + 1))).toEqual(
    key === undefined ? [] : [`Cannot make anything of the key "${key}": did you mean ${meant}?`],
  )
})

test('a key that several pages have is the site’s own', () => {
  expect(told('titel: x', 'titel: x')).toHaveLength(2)
  expect(told('titel: x', 'titel: x', 'titel: x')).toEqual([])
})

test('a format that nothing has is told where it stands', () => {
  expect(told('title: x\noutputs: [html, amp]')).toEqual([
    'content/posts/0.md:3 Cannot publish the page as "amp": there is no such format',
  ])
})
