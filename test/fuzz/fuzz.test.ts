import { expect, test } from 'vitest'
import { runFuzz } from './run-fuzz.ts'

/** `FUZZ=10000 npx vitest run test/fuzz` is the whole of it; `FUZZ_SEED` takes other posts. */
const count = Number(process.env.FUZZ ?? 200)
const seed = Number(process.env.FUZZ_SEED ?? 1)

test(`${count} mutated posts end in a page or in a mistake with a place`, {
  timeout: 3_600_000,
}, async () => {
  const { pages, told, codes, failures } = await runFuzz({ count, seed, batch: 100, step: () => {} })
  expect(failures).toEqual([])
  expect(pages + told).toBe(count)
  // Both ends are reached, and by many ways: else the posts would not be mutated enough, or too much.
  expect(pages).toBeGreaterThan(count / 10)
  expect(told).toBeGreaterThan(count / 10)
  expect(Object.keys(codes).length).toBeGreaterThan(5)
})
