import { expect, test } from 'vitest'
import { alone, type Workshop } from '../../src/base/workshop.ts'
import { type Shelf, workshopInMemory } from '../workshop-in-memory.ts'

const words = ['one', 'two', 'three']

async function shout(workshop: Workshop, { texts = words, mark = '!' } = {}) {
  const kept = await workshop.each({
    stage: 'shout',
    count: texts.length,
    keyOf: (index) => String(texts[index]),
    make(index, note) {
      note('mark', mark)
      return { facts: `${index}`, text: `${texts[index]?.toUpperCase()}${mark}` }
    },
    answer: () => mark,
  })
  return kept.map(({ text }) => text())
}

test('alone makes everything, in order', async () => {
  expect(await shout(alone)).toEqual(['ONE!', 'TWO!', 'THREE!'])
})

test('what was made is used again while its key and its answers are the same', async () => {
  const shelf: Shelf = new Map()
  const made = async (options?: Parameters<typeof shout>[1]) => {
    const workshop = workshopInMemory(shelf)
    return [await shout(workshop, options), workshop.made('shout')]
  }
  expect(await made()).toEqual([
    ['ONE!', 'TWO!', 'THREE!'],
    [0, 1, 2],
  ])
  expect(await made()).toEqual([['ONE!', 'TWO!', 'THREE!'], []])
  expect(await made({ texts: ['one', 'zwei', 'three'] })).toEqual([['ONE!', 'ZWEI!', 'THREE!'], [1]])
  expect(await made({ mark: '?' })).toEqual([
    ['ONE?', 'TWO?', 'THREE?'],
    [0, 1, 2],
  ])
})

test('what the world says is asked once', async () => {
  const workshop = workshopInMemory()
  let asked = 0
  const get = async () => ++asked
  expect([await workshop.once('count', get), await workshop.once('count', get)]).toEqual([1, 1])
})
