import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import highlighter from 'highlight.js/lib/core'
import { beforeAll, expect, test } from 'vitest'
import { embedded, grammarOf } from '../../../src/markdown/code/grammars.ts'

const folder = path.join(
  path.dirname(fileURLToPath(import.meta.resolve('highlight.js/lib/core'))),
  'languages',
)
const grammars = readdirSync(folder)
  .filter((file) => /^[^.]+\.js$/.test(file))
  .map((file) => file.slice(0, -'.js'.length))

beforeAll(async () => {
  for (const name of grammars) {
    const loaded = await import(`highlight.js/lib/languages/${name}`)
    highlighter.registerLanguage(name, loaded.default)
  }
})

/** Where two languages claim a name, and Hugo's wins or the better known one. */
const otherwise: Readonly<Record<string, string>> = { shell: 'bash' }

test('every grammar of highlight.js is found by its name, and by its other names', () => {
  const wrong = grammars
    .filter((grammar) => grammar !== 'plaintext')
    .flatMap((grammar) =>
      [grammar, ...(highlighter.getLanguage(grammar)?.aliases ?? [])].map((name) => ({ grammar, name })),
    )
    .filter(({ grammar, name }) => grammarOf(name) !== (otherwise[name] ?? grammar))
  // highlight.js gives these to two grammars each.
  expect(wrong.map(({ name }) => name)).toEqual(['ls', 'ml'])
})

test('the grammars that run in others are those that highlight.js names', async () => {
  for (const grammar of grammars) {
    const inner = new Set<string>()
    collect(highlighter.getLanguage(grammar), inner, new Set())
    if (grammar === 'http') continue
    inner.delete(grammar)
    expect([...inner].sort(), grammar).toEqual([...(embedded[grammar] ?? [])].sort())
  }
})

function collect(value: unknown, found: Set<string>, seen: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || value instanceof RegExp || seen.has(value)) return
  seen.add(value)
  if ('subLanguage' in value) for (const name of [value.subLanguage].flat()) found.add(String(name))
  for (const inner of Object.values(value)) collect(inner, found, seen)
}

test.each([
  ['sh', 'bash'],
  ['Shell', 'bash'],
  ['console', 'shell'],
  ['golang', 'go'],
  ['GoLang', 'go'],
  ['jsx', 'javascript'],
  ['html', 'xml'],
  ['toml', 'ini'],
  ['vue', 'xml'],
  ['zig', 'rust'],
  ['go-html-template', 'handlebars'],
  ['hcl', 'bash'],
  ['dockerfile', 'dockerfile'],
])('%s is read by %s', (name, grammar) => {
  expect(grammarOf(name)).toBe(grammar)
})

test.each(['text', 'plaintext', 'der', 'asn1', '', '__proto__', 'constructor', '../core', 'toString'])(
  '"%s" has none',
  (name) => {
    expect(grammarOf(name)).toBeUndefined()
  },
)
