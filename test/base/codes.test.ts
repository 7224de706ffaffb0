import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { codes } from '../../src/base/codes.ts'

/** All string literals of src/ that look like a code of one of the areas in the table. */
async function usedCodes(): Promise<Set<string>> {
  const areas = [...new Set(Object.keys(codes).map((code) => code.split('/')[0]))].join('|')
  const used = new Set<string>()
  for await (const file of glob('src/**/*.{ts,tsx}')) {
    if (file === 'src/base/codes.ts') continue
    const text = await readFile(file, 'utf8')
    for (const [, code = ''] of text.matchAll(new RegExp(`['"\`]((?:${areas})/[a-z-]+)['"\`]`, 'g')))
      used.add(code)
  }
  return used
}

test('each code of the table is used', async () => {
  const used = await usedCodes()
  expect(Object.keys(codes).filter((code) => !used.has(code))).toEqual([])
})

test('each code that is given to a diagnostic is in the table', async () => {
  const unknown: string[] = []
  for await (const file of glob('src/**/*.{ts,tsx}')) {
    const text = await readFile(file, 'utf8')
    for (const [, code = ''] of text.matchAll(/\bcode: ['"]([\w-]+\/[\w-]+)['"]/g))
      if (!Object.hasOwn(codes, code)) unknown.push(`${file}: ${code}`)
  }
  expect(unknown).toEqual([])
})

test('each has a meaning, written as one sentence without its stop', () => {
  for (const [code, meaning] of Object.entries(codes)) {
    expect(code).toMatch(/^[a-z]+\/[a-z-]+$/)
    expect(meaning, code).toMatch(/^[A-Z].{10,}[^.]$/)
  }
})
