import { expect, it } from 'vitest'
import { createHotFiles } from '../../src/server/hot-files.ts'

const setUp = (capacity: number) => {
  const made: string[] = []
  const hot = createHotFiles(capacity)
  const get = (key: string) =>
    hot.get(key, async () => {
      made.push(key)
      return Buffer.alloc(4, key)
    })
  return { get, made }
}

it('makes what is asked for once, also for many at once', async () => {
  const { get, made } = setUp(100)
  const all = await Promise.all([get('a'), get('a'), get('a')])
  expect(all.map(String)).toEqual(['aaaa', 'aaaa', 'aaaa'])
  expect(get('a')).toBeInstanceOf(Buffer)
  expect(made).toEqual(['a'])
})

it('lets go of what was not asked for the longest', async () => {
  const { get, made } = setUp(8)
  for (const key of ['a', 'b', 'a', 'c']) await get(key)
  expect(made).toHaveLength(3)
  for (const key of ['a', 'c']) expect(get(key)).toBeInstanceOf(Buffer)
  await get('b')
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

it('tries again after a failure', async () => {
  let tries = 0
  const hot = createHotFiles(100)
  const make = async () => {
    if (++tries === 1) throw new Error('too many open files')
    return Buffer.from('good')
  }
  await expect(hot.get('a', make)).rejects.toThrow('too many')
  expect(String(await hot.get('a', make))).toBe('good')
})
