import { parse } from 'smol-toml'
import { expect, test } from 'vitest'
import { tomlOffsets } from '../../src/config/hugo/toml-offsets.ts'
import { isRecord } from '../../src/config/merge-records.ts'

const odd = `# a comment [not.a.table]
title = "a # b = c" # [x]
"quoted key" = 'it''s'
dotted.key."with dots.in it" = 1
literal = '[[no]]'
lines = """
[no.table]
key = "no"
\\"""
more"""
raw = '''
x = [1]'''
list = [ # a comment ]
  "a]", { b = 1, 'c d' = [2, [3]] },
  4,
]
inline = { a.b = 1, c = { d = "}" } }
date = 1979-05-27T07:32:00Z
empty = {}
none = []

[a.b]   # a table
c = 1
  [a.b.d]
  e = true
[[items]]
name = "one"
[items.params]
icon = "x"
[[items.sub]]
z = 1
[[items]]
name = "two"
  [[items.sub]]
  z = 2
  [[items.sub]]
  z = 3
[ "sp aced" . 'x' ]
last = 1`

test('every key and item that the parser finds has its place', () => {
  const text = odd.replace("'it''s'", "'its'")
  const found = new Map(tomlOffsets(text).map(([keys, offset]) => [keys.join('|'), offset]))
  const paths = pathsOf(parse(text), [])
  expect(paths.filter((keys) => !found.has(keys.join('|')))).toEqual([])
  expect([...found.keys()].sort()).toEqual(paths.map((keys) => keys.join('|')).sort())
  const line = (path: string) => text.slice(found.get(path)).split('\n')[0]
  expect(line('items|1|sub|1|z')).toBe('z = 3')
  expect(line('items|0|params|icon')).toBe('icon = "x"')
  expect(line('list|1|c d|1|0')).toBe('3]] },')
  expect(line('inline|a|b')).toBe('a.b = 1, c = { d = "}" } }')
  expect(line('a|b|d')).toBe('[a.b.d]')
})

test('a text that is no TOML is gone through all the same', () => {
  for (let end = 0; end < odd.length; end++) {
    expect(tomlOffsets(odd.slice(0, end)).every(([, offset]) => offset <= end)).toBe(true)
    tomlOffsets(`${odd.slice(0, end)}]]=[{"${odd.slice(end)}`)
  }
})

function pathsOf(value: unknown, above: readonly string[]): readonly (readonly string[])[] {
  if (!isRecord(value) && !Array.isArray(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    [...above, key],
    ...pathsOf(inner, [...above, key]),
  ])
}
