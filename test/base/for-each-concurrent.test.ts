import { expect, test } from 'vitest'
import { forEachConcurrent } from '../../src/base/for-each-concurrent.ts'

async function* count(to: number, error?: Error) {
  for (let item = 1; item <= to; item++) yield item
  if (error) throw error
}

const later = () => new Promise((resolve) => setTimeout(resolve, 5))

test('works on every item, never on more than the limit at once', async () => {
  let now = 0
  let most = 0
  const seen: number[] = []
  await forEachConcurrent(count(20), 3, async (item) => {
    most = Math.max(most, ++now)
    await later()
    now--
    seen.push(item)
  })
  expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  expect(most).toBe(3)
})

test('a failing item rejects once what is under way has ended, and begins no other', async () => {
  let begun = 0
  let ended = 0
  const running = forEachConcurrent(count(20), 3, async (item) => {
    begun++
    await later()
    ended++
    if (item === 2) throw new Error('two')
  })
  await expect(running).rejects.toThrow('two')
  expect(begun).toBe(ended)
  expect(begun).toBeLessThan(10)
})

test('an iterable that throws rejects once what is under way has ended', async () => {
  let ended = 0
  const running = forEachConcurrent(count(2, new Error('end')), 5, async () => {
    await later()
    ended++
  })
  await expect(running).rejects.toThrow('end')
  expect(ended).toBe(2)
})
