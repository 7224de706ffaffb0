import { expect, test } from 'vitest'
import { decodePath } from '../../src/base/decode-path.ts'
import { onceAsked, onceEach } from '../../src/base/once.ts'

test('a value is made once, also one that is undefined, and once for each key', () => {
  const made: unknown[] = []
  const nothing = onceAsked(() => void made.push('nothing'))
  nothing()
  nothing()
  const double = onceEach((key: number) => {
    made.push(key)
    return key * 2
  })
  expect([double(1), double(2), double(1)]).toEqual([2, 4, 2])
  expect(made).toEqual(['nothing', 1, 2])
})

test('what is not well encoded stays as it is', () => {
  expect([decodePath('gr%C3%BC%C3%9Fe'), decodePath('100%')]).toEqual(['grüße', '100%'])
})
