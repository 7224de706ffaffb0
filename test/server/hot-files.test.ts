import { expect, it } from 'vitest'
import { createHotFiles } from '../../src/server/hot-files.ts'

const slice = (key: string, size = 4) => ({ dir: '/', path: key, size, first: 1, last: 2, key })

const setUp = (capacity: number) => {
  const reads: string[] = []
  const hot = createHotFiles(capacity, async ({ key, first, last }) => {
    reads.push(`${key} ${first}-${last}`)
    return Buffer.alloc(last - first + 1, key)
  })
  return { hot, reads }
}

it('reads a file once, whole, also for many at once', async () => {
  const { hot, reads } = setUp(100)
  const all = await Promise.all([hot.read(slice('a')), hot.read(slice('a')), hot.read(slice('a'))])
  expect(all.map(String)).toEqual(['aaaa', 'aaaa', 'aaaa'])
  expect(hot.read(slice('a'))).toBeInstanceOf(Buffer)
  expect(reads).toEqual(['a 0-3'])
})

it('lets go of what was not asked for the longest', async () => {
  const { hot, reads } = setUp(8)
  for (const key of ['a', 'b', 'a', 'c']) await hot.read(slice(key))
  expect(reads).toHaveLength(3)
  for (const key of ['a', 'c']) expect(hot.read(slice(key))).toBeInstanceOf(Buffer)
  await hot.read(slice('b'))
  expect(reads).toEqual(['a 0-3', 'b 0-3', 'c 0-3', 'b 0-3'])
})

it('tries again after a failure', async () => {
  let tries = 0
  const hot = createHotFiles(100, async () => {
    if (++tries === 1) throw new Error('too many open files')
    return Buffer.from('good')
  })
  await expect(hot.read(slice('a'))).rejects.toThrow('too many')
  expect(String(await hot.read(slice('a')))).toBe('good')
})
