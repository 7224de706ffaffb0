import { expect, test } from 'vitest'
import { paginate } from '../../src/output/paginate.ts'

const two = { size: 2, path: 'page' }

test('a list is split, and its pages know their neighbours by encoded URLs', () => {
  expect(paginate('/tags/c#/', ['a', 'b', 'c'], two)).toEqual([
    {
      url: '/tags/c#/',
      items: ['a', 'b'],
      pager: { number: 1, count: 2, previous: undefined, next: '/tags/c%23/page/2/' },
    },
    {
      url: '/tags/c#/page/2/',
      items: ['c'],
      pager: { number: 2, count: 2, previous: '/tags/c%23/', next: undefined },
    },
  ])
})

test('an empty list is one empty page', () => {
  expect(paginate('/', [], two)).toEqual([
    { url: '/', items: [], pager: { number: 1, count: 1, previous: undefined, next: undefined } },
  ])
})

test('the later pages of a list that is a file are files below its name', () => {
  const urls = paginate('/tags/ink.html', ['a', 'b', 'c'], { size: 2, path: 'seite' }).map(({ url }) => url)
  expect(urls).toEqual(['/tags/ink.html', '/tags/ink/seite/2.html'])
})
