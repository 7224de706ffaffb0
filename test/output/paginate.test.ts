import { expect, test } from 'vitest'
import { paginate } from '../../src/output/paginate.ts'

test('a list is split, and its pages know their neighbours by encoded URLs', () => {
  expect(paginate('/tags/c#/', ['a', 'b', 'c'], 2)).toEqual([
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
  expect(paginate('/', [], 2)).toEqual([
    { url: '/', items: [], pager: { number: 1, count: 1, previous: undefined, next: undefined } },
  ])
})
