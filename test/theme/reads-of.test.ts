import { expect, test } from 'vitest'
import { momentFor, readsOf } from '../../src/theme/reads-of.ts'

test.each([
  'const year = new Date(page.date).getFullYear()',
  'import { h } from "file:///site/node_modules/preact/dist/preact.mjs"',
  'import path from "node:path"; export const name = path.basename(url)',
  'if (process.env.NODE_ENV === "production") log()',
  'const text = formatFor(site).format(date)',
  '//# sourceMappingURL=data:application/json;base64,Math.random',
])('reads nothing but its props: %s', (code) => {
  expect(readsOf(code)).toBe('props')
})

test.each([
  'const year = new Date().getFullYear()',
  'const year = new Date( ).getFullYear()',
  'const now = +new Date;',
  'const now = Date.now()',
  'const id = Math.random().toString(36)',
  'const today = new Intl.DateTimeFormat("en").format()',
  'const now = Date()',
])('reads the clock: %s', (code) => {
  expect(readsOf(code)).toBe('clock')
})

test.each([
  'import { readFileSync } from "node:fs"',
  "import fs from 'fs'",
  'const { readFile } = await import("node:fs/promises")',
  'var fs = __require("fs")',
  'const key = process.env.KEY',
  'const answer = await fetch(url)',
])('reads the world: %s', (code) => {
  expect(readsOf(code)).toBe('world')
})

test('of a moment, as much counts as the theme can see', () => {
  const [noon, evening] = [Date.UTC(2026, 0, 2, 12), Date.UTC(2026, 0, 2, 20)]
  const same = (reads: 'props' | 'clock' | 'world', other: number) =>
    momentFor({ reads }, noon) === momentFor({ reads }, other)
  expect(same('props', noon + 864e5)).toBe(true)
  expect(same('clock', evening)).toBe(true)
  expect(same('clock', noon + 864e5)).toBe(false)
  expect(same('world', noon + 1)).toBe(false)
})
