import { expect, test } from 'vitest'
import { mapConcurrent } from '../../src/base/map-concurrent.ts'

/** Work that counts how much of it is under way at once. */
function counted() {
  const state = { underWay: 0, most: 0, begun: [] as number[] }
  const work = async (item: number) => {
    state.begun.push(item)
    state.most = Math.max(state.most, ++state.underWay)
    await new Promise((resolve) => setTimeout(resolve, item % 3))
    state.underWay--
    if (item === 13) throw new Error('thirteen')
    return item * 2
  }
  return { state, work }
}

const list = (count: number) => Array.from({ length: count }, (_, item) => item)

test('values keep their order, and no more are under way than may be', async () => {
  const { state, work } = counted()
  expect(await mapConcurrent(list(12), 3, work)).toEqual(list(12).map((item) => item * 2))
  expect(state.most).toBe(3)
  expect(await mapConcurrent([], 3, work)).toEqual([])
})

test('the first failure ends a mapping', async () => {
  const { state, work } = counted()
  await expect(mapConcurrent(list(100), 3, work)).rejects.toThrow('thirteen')
  expect(state.begun.length).toBeLessThan(30)
})
