import { expect, test } from 'vitest'
import { onceAsked, onceEach } from '../../src/base/once.ts'

test.each([[1], [undefined], [null]])('a value is made once, whatever it is: %j', (value) => {
  const asked: string[] = []
  const each = onceEach((key: string) => {
    asked.push(key)
    return value
  })
  expect([each('a'), each('a'), each('b')]).toEqual([value, value, value])
  expect(asked).toEqual(['a', 'b'])
  let count = 0
  const one = onceAsked(() => {
    count++
    return value
  })
  expect([one(), one(), count]).toEqual([value, value, 1])
})
