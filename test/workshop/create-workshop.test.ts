import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorkshop } from '../../src/workshop/create-workshop.ts'
import { makeSquares, type Squares } from './squares.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'inkseal-workshop-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const open = (squares: Squares, most = 2) =>
  createWorkshop({
    dir: path.join(dir, 'made'),
    threads: { program: { file: new URL('./squares.ts', import.meta.url), data: { squares } }, most },
  })

const expected = (count: number) => ({
  squares: Array.from({ length: count }, (_, index) => index * index * 3),
  texts: Array.from({ length: count }, (_, index) => `text ${index}: ${'é'.repeat(index % 50)}`),
})

test('several threads make what one makes, in order', async () => {
  const squares = { count: 3000 }
  const workshop = open(squares)
  const { values, sums } = await makeSquares(workshop, squares)
  await workshop.close({ isWhole: true })
  expect(values.map(({ square }) => square)).toEqual(expected(3000).squares)
  expect(values.map(({ text }) => text)).toEqual(expected(3000).texts)
  expect(sums[10]).toBe(100 * 3 + 121 * 3)
  expect(new Set(values.map(({ isMain }) => isMain))).toEqual(new Set([true, false]))
})

test('few things are made by one thread', async () => {
  const squares = { count: 100 }
  const workshop = open(squares)
  const { values } = await makeSquares(workshop, squares)
  await workshop.close({ isWhole: true })
  expect(values.every(({ isMain }) => isMain)).toBe(true)
})

test('what a thread had taken when it died is made by the others', async () => {
  const squares = { count: 3000, dieAt: 2000 }
  const workshop = open(squares)
  const { values } = await makeSquares(workshop, squares)
  await workshop.close({ isWhole: true })
  expect(values.map(({ square }) => square)).toEqual(expected(3000).squares)
})

test('of several failures the first is told, whichever thread met it', async () => {
  for (let round = 0; round < 5; round++) {
    const squares = { count: 3000, failAt: [1500, 1510, 1600, 2400] }
    const workshop = open(squares)
    await expect(makeSquares(workshop, squares)).rejects.toMatchObject({
      name: 'SiteError',
      code: 'theme/render',
      message: 'Cannot square 1500',
    })
    await workshop.close({ isWhole: false })
  }
})

test('what was made before a failure is not made again', async () => {
  const failing = { count: 1000, failAt: [900] }
  const first = open(failing)
  await expect(makeSquares(first, failing)).rejects.toThrow('Cannot square 900')
  await first.close({ isWhole: false })
  const second = open({ count: 1000 }, 0)
  let made = 0
  await second.each({
    stage: 'squares',
    count: 880,
    keyOf: (index) => `${index}`,
    make: () => {
      made++
      return { facts: '' }
    },
  })
  await second.close({ isWhole: true })
  expect(made).toBe(0)
})
