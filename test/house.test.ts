import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'

/** Which room may import which. A file beside the rooms (`build.ts`) is a room of its own. */
const river = ['base', 'config', 'content', 'markdown', 'theme', 'output', 'plan', 'build']
const upTo = (room: string) => river.slice(0, river.indexOf(room))
const allowed: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(river.map((room) => [room, upTo(room)])),
  release: ['base'],
  workshop: ['base'],
  output: [...upTo('output'), 'release'],
  plan: [...upTo('plan'), 'version'],
  ground: ['base', 'config', 'version'],
  'build-progress': ['plan'],
  'write-files': ['base', 'output', 'release'],
  build: [...upTo('build'), 'build-progress', 'ground', 'release', 'version', 'workshop', 'write-files'],
  assist: [...upTo('build'), 'build', 'ground', 'release', 'workshop', 'write-files'],
  server: ['base', 'release'],
  acme: ['base'],
  localca: ['base'],
  index: [...river, 'release', 'server', 'version'],
  dev: [...river, 'release', 'server', 'localca', 'index'],
  cli: [...river, 'build-progress', 'release', 'server', 'acme', 'localca', 'dev', 'index', 'version'],
}

/** Each file of src/ and themes/, with what it imports: files by their path, packages by their name. */
const imports = new Map<string, readonly string[]>()

beforeAll(async () => {
  for await (const file of glob('{src,themes}/**/*.{ts,tsx}')) {
    const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    const specifiers = [
      ...text.matchAll(/^(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm),
      ...text.matchAll(/^import\s*['"]([^'"]+)['"]/gm),
      ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
    ].map(([, specifier = '']) => specifier)
    imports.set(
      file,
      specifiers.map((name) => (name.startsWith('.') ? path.join(path.dirname(file), name) : name)),
    )
  }
})

const roomOf = (file: string): string => file.split('/')[1]?.replace(/\.tsx?$/, '') ?? ''

const pairs = () => [...imports].flatMap(([from, targets]) => targets.map((to) => ({ from, to })))

test('a room imports only those that the house lets it', () => {
  const wrong = pairs()
    .filter(({ from, to }) => from.startsWith('src/') && to.startsWith('src/') && roomOf(from) !== roomOf(to))
    .filter(({ from, to }) => !allowed[roomOf(from)]?.includes(roomOf(to)))
  expect(wrong).toEqual([])
  expect(imports.size).toBeGreaterThan(100)
})

test('themes know of the program what inkseal/theme gives, and nothing of each other', () => {
  const wrong = pairs()
    .filter(({ from }) => from.startsWith('themes/'))
    .filter(
      ({ from, to }) =>
        to.startsWith('src/') ||
        (to.startsWith('themes/') && roomOf(from) !== roomOf(to)) ||
        /^inkseal(?!\/theme$)/.test(to),
    )
  expect(wrong).toEqual([])
})

test('src/ does not import itself by its package’s name, nor anything outside of itself', () => {
  const wrong = pairs()
    .filter(({ from }) => from.startsWith('src/'))
    .filter(
      ({ to }) => /^inkseal(\/|$)/.test(to) || /^(?:\.\.|themes|test|bench|bin|content)(?:\/|$)/.test(to),
    )
  expect(wrong).toEqual([])
})

test('no files import each other in a circle', () => {
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    done.add(file)
    for (const target of imports.get(file) ?? []) visit(target, [...trail, file])
  }
  for (const file of imports.keys()) visit(file, [])
  expect(circles).toEqual([])
})
