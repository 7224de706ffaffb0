import { expect, test } from 'vitest'
import type { Source } from '../../src/content/scan/source.ts'
import { createSourceTexts } from '../../src/content/scan/source-texts.ts'

/** A file whose bytes lie where those of the next file will, as those of the real ones do. */
function fileOf(path: string, text: string, buffer: Buffer) {
  const file = { reads: 0, text }
  const source: Source = {
    path,
    read() {
      file.reads++
      return buffer.subarray(0, buffer.write(file.text))
    },
  }
  return { file, source }
}

test('texts are read once, as long as there is room for them', () => {
  const buffer = Buffer.alloc(1 << 20)
  const texts = createSourceTexts(1_300_000)
  const files = ['a', 'é', 'b'.repeat(400_000), 'c'.repeat(899_000), 'd', 'e'.repeat(2000), 'f']
  const all = files.map((text, index) => fileOf(`${index}.md`, text, buffer))
  const read = all.map(({ source }) => texts.read(source))
  expect(read.map(({ text }) => text)).toEqual(files)
  for (const round of [1, 2])
    for (const [index, { source }] of all.entries())
      expect(texts.again(source, read[index]?.digest ?? ''), `round ${round}`).toBe(files[index])
  expect(all.map(({ file }) => file.reads)).toEqual([1, 1, 1, 1, 1, 3, 1])
})

test('a file that has changed is no longer the one that was read', () => {
  const buffer = Buffer.alloc(100)
  const texts = createSourceTexts(0)
  const a = fileOf('a.md', 'before', buffer)
  const b = fileOf('b.md', 'other', buffer)
  const { digest } = texts.read(a.source)
  a.file.text = 'after'
  expect(texts.again(a.source, digest)).toBe('before')
  texts.read(b.source)
  expect(() => texts.again(a.source, digest)).toThrow(expect.objectContaining({ code: 'content/read' }))
})
