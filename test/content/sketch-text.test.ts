import { expect, test } from 'vitest'
import { similarity, sketchText } from '../../src/content/sketch-text.ts'

const text = (seed: string, count = 200) => Array.from({ length: count }, (_, index) => `${seed}${index}`)

test('the more two texts have in common, the more alike their sketches are', () => {
  const whole = text('a')
  const alike = (other: readonly string[]) =>
    similarity(sketchText(whole.join(' ')), sketchText(other.join(' ')))
  expect(alike(whole)).toBe(1)
  expect(alike(whole.map((word) => word.toUpperCase()))).toBe(1)
  expect(alike([...whole, 'more'])).toBeGreaterThan(0.9)
  expect(alike([...whole.slice(0, 150), ...text('b', 50)])).toBeGreaterThan(0.4)
  expect(alike(text('b'))).toBeLessThan(0.2)
})

test('a text of a few words has none, and is like nothing', () => {
  expect(sketchText('too short to tell')).toBeUndefined()
  expect(similarity(undefined, undefined)).toBe(0)
})
