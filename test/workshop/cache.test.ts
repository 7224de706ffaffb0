import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWorkshop } from '../../src/workshop/create-workshop.ts'

let root: string
let dir: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'inkseal-cache-'))
  dir = path.join(root, 'made')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

type Work = {
  readonly from?: number
  readonly to?: number
  /** Goes into every key. */
  readonly ground?: string
  readonly limit?: number
  readonly answer?: (index: number) => string
}

/** Makes things of a hundred numbers, and says which of them were made now. */
async function work({ from = 0, to = 100, ground = '', limit, answer = () => 'same' }: Work = {}) {
  const workshop = createWorkshop({ dir, ...(limit !== undefined && { limit }) })
  const made: number[] = []
  const results = await workshop.each({
    stage: 'things',
    count: to - from,
    keyOf: (index) => `${ground}${index + from}`,
    make: (index, note) => {
      made.push(index + from)
      note('what', answer(index + from))
      return { facts: `facts ${index + from}`, text: `text ${index + from} ${'x'.repeat(1000)}` }
    },
    answer: (index) => answer(index + from),
  })
  const read = results.map(({ facts, text }) => [facts, text()])
  await workshop.close({ isWhole: true })
  expect(read).toEqual(
    Array.from({ length: to - from }, (_, index) => [
      `facts ${index + from}`,
      `text ${index + from} ${'x'.repeat(1000)}`,
    ]),
  )
  return made
}

const all = Array.from({ length: 100 }, (_, index) => index)

test('what was made once is not made again', async () => {
  expect(await work()).toEqual(all)
  expect(await work()).toEqual([])
  expect(await work({ to: 102 })).toEqual([100, 101])
  expect(await work({ to: 102 })).toEqual([])
})

test('what was made with another answer is made again', async () => {
  await work()
  expect(await work({ answer: (index) => (index === 7 ? 'other' : 'same') })).toEqual([7])
})

test('another key is another thing', async () => {
  await work()
  expect(await work({ ground: 'new theme ' })).toEqual(all)
})

describe('a damaged cache is not believed', () => {
  const file = (name: string) => path.join(dir, name)
  const flip = (name: string, at: number) => {
    const bytes = readFileSync(file(name))
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(file(name), bytes)
  }
  const damages: Readonly<Record<string, () => void>> = {
    'facts cut short': () => truncateSync(file('facts'), 2000),
    'facts without their end': () => truncateSync(file('facts'), statSync(file('facts')).size - 1),
    'a bit of the facts': () => flip('facts', 300),
    'a bit of the title': () => flip('facts', 3),
    'the length of a block': () => flip('facts', 18),
    'facts with more behind': () => appendFileSync(file('facts'), 'more, and more than a head'),
    'empty facts': () => truncateSync(file('facts'), 0),
    'no facts': () => rmSync(file('facts')),
    'a folder in the place of the facts': () => {
      rmSync(file('facts'))
      mkdirSync(file('facts'))
    },
    'a bit of a text': () => flip('texts-0', 5000),
    'a text cut short': () => truncateSync(file('texts-0'), 5000),
    'a bit of a text, with the old time': () => {
      const { atime, mtime } = statSync(file('texts-0'))
      flip('texts-0', 5000)
      utimesSync(file('texts-0'), atime, mtime)
    },
    'no texts': () => rmSync(file('texts-0')),
    'no seal': () => rmSync(file('seal.json')),
    'a seal of another kind': () => writeFileSync(file('seal.json'), '[1'),
    'a file in its place': () => {
      rmSync(dir, { recursive: true })
      writeFileSync(dir, 'x')
    },
  }
  for (const [name, damage] of Object.entries(damages)) {
    test(name, async () => {
      await work()
      damage()
      await work()
      expect(await work()).toEqual([])
    })
  }

  test('only the text that is damaged is made again', async () => {
    await work()
    flip('texts-0', 5000)
    expect((await work()).length).toBe(1)
  })

  test('what cannot be read', async () => {
    await work()
    chmodSync(file('facts'), 0o000)
    await work()
  })
})

test('what is not used any more goes, and the rest stays', async () => {
  await work({ to: 2000 })
  const before = statSync(path.join(dir, 'texts-0')).size
  await work({ ground: 'other ', to: 100 })
  expect(statSync(path.join(dir, 'texts-0')).size).toBeLessThan(before / 10)
  expect(await work({ ground: 'other ', to: 100 })).toEqual([])
})

test('it does not grow beyond its limit', async () => {
  const limit = 50_000
  await work({ limit })
  const size = readdirSync(dir).reduce((sum, name) => sum + statSync(path.join(dir, name)).size, 0)
  expect(size).toBeLessThan(limit + 2000)
  const made = await work({ limit })
  expect(made.length).toBeGreaterThan(20)
  expect(made.length).toBeLessThan(80)
})
