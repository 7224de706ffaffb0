import { expect, test } from 'vitest'
import { createSketcher, similarity, sketchParts } from '../../src/content/sketch-text.ts'

const sketchText = createSketcher()

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
  expect(similarity(undefined, sketchText(text('a').join(' ')))).toBeUndefined()
})

test('it is told from a sketch that an earlier Inkseal made, and of the two nothing is said', () => {
  const sketch = sketchText(text('a').join(' '))
  expect(sketch).toMatch(/^~([\da-f]{2}|--){16}$/)
  expect(similarity('767c47dafe5ab2099e0f66f50e6b9ece', sketch)).toBeUndefined()
  expect(sketchParts('767c47dafe5ab2099e0f66f50e6b9ece')).toEqual([])
})

test('a short text leaves bins empty, which say nothing', () => {
  const short = text('a', 22)
  const sketch = sketchText(short.join(' '))
  expect(sketch).toContain('--')
  expect(sketchParts(sketch).length).toBeLessThan(16)
  expect(similarity(sketch, sketchText([...short, 'more'].join(' ')))).toBeGreaterThan(0.8)
  expect(similarity(sketch, sketchText(text('b', 22).join(' ')))).toBeLessThan(0.2)
})

test('words are words in any script, and in any case', () => {
  const cyrillic = text('слово').join(' ')
  expect(similarity(sketchText(cyrillic), sketchText(cyrillic.toUpperCase()))).toBe(1)
  expect(sketchText(cyrillic)).toBe(sketchText(text('слово').join('… — «')))
  expect(sketchText(cyrillic)).not.toBe(sketchText(text('слева').join(' ')))
})

test.each([
  ['Latin-1', 'Über Straßen, ÀÉ × ÷ und «Größe» 42. ', '~--dd----68e8--37------a6--------'],
  ['marks', '“Hello”, she said… it’s — OK \u3000 Ａ. ', '~5eda----00------------------c7--'],
  ['Cyrillic', 'Привет, Мир! как ДЕЛА? ', '~------------32--64a5--9a--------'],
  [
    'letters whose case is a matter of its own',
    'K Å İstanbul ΣΑΣ Σ. 𐐀 abc ',
    '~----------d4--cb----4c8f----22--',
  ],
])('sites remember sketches, and those of %s stay what they are', (_, written, sketch) => {
  expect(sketchText(written.repeat(9))).toBe(sketch)
  expect(sketchText(written.toLowerCase().repeat(9))).toBe(sketch)
})
