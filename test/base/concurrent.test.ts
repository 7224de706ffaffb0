import { expect, test } from 'vitest'
import { forEachConcurrent } from '../../src/base/for-each-concurrent.ts'
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

async function* upTo(count: number) {
  for (let item = 0; item < count; item++) yield item
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

test('each item of an iterable is worked on, no more at once than may be', async () => {
  const { state, work } = counted()
  await forEachConcurrent(upTo(12), 4, async (item) => {
    await work(item)
  })
  expect(state.begun).toEqual(list(12))
  expect(state).toMatchObject({ most: 4, underWay: 0 })
})

test('the first failure ends the iterating, after what is under way', async () => {
  const { state, work } = counted()
  const done = forEachConcurrent(upTo(100), 4, async (item) => {
    await work(item)
  })
  await expect(done).rejects.toThrow('thirteen')
  expect(state.begun.length).toBeLessThan(30)
  expect(state.underWay).toBe(0)
})

test('an iterable that throws rejects', async () => {
  const broken = async function* () {
    yield 1
    throw new Error('broken')
  }
  await expect(forEachConcurrent(broken(), 2, async () => {})).rejects.toThrow('broken')
})
