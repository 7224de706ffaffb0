import type { KeyOffsets } from './hugo-file.ts'

/**
 * Where the keys of a TOML text stand. The parser does not tell; and of a text that it takes, this needs to know no
 * more than where strings, comments, lists and inline tables end (TOML 1.0, "Spec").
 */
export function tomlOffsets(text: string): KeyOffsets {
  const found: [readonly string[], number][] = []
  const tables = new Map<string, number>()
  let table: readonly string[] = []
  let at = 0

  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const skipped = pattern.exec(text)?.[0] ?? ''
    at += skipped.length
    return skipped
  }
  const readKeys = (): readonly string[] => {
    const keys: string[] = []
    do {
      skip(/[ \t.]*/y)
      keys.push(unquoted(skip(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s.=\]#]+/y)))
      skip(/[ \t]*/y)
    } while (text[at] === '.')
    return keys
  }
  const note = (above: readonly string[], keys: readonly string[], offset: number): readonly string[] => {
    for (let length = 1; length <= keys.length; length++) {
      found.push([[...above, ...keys.slice(0, length)], offset])
    }
    return [...above, ...keys]
  }
  const readPair = (above: readonly string[]): void => {
    const offset = at
    const keys = note(above, readKeys(), offset)
    skip(/[ \t]*=[ \t]*/y)
    readValue(keys)
  }
  const readValue = (keys: readonly string[]): void => {
    if (skip(strings) !== '') return
    if (text[at] === '[') readItems(keys, ']')
    else if (text[at] === '{') readItems(keys, '}')
    else skip(/[^\n,\]}#]*/y)
  }
  const readItems = (keys: readonly string[], end: string): void => {
    at++
    for (let index = 0; ; index++) {
      skip(blanks)
      if (at >= text.length || text[at] === end) break
      const before = at
      if (end === ']') readValue(note(keys, [String(index)], at))
      else readPair(keys)
      skip(blanks)
      // Of a text that is no TOML after all, the rest is passed over.
      if (at === before) at = text.length
    }
    at++
  }

  while (at < text.length) {
    skip(blanks)
    if (at >= text.length) break
    const before = at
    if (text[at] === '[') {
      const isList = skip(/\[\[?[ \t]*/y).startsWith('[[')
      const keys = indexed(readKeys(), tables)
      table = isList ? [...keys, String(counted(keys, tables))] : keys
      for (let length = 1; length <= table.length; length++) found.push([table.slice(0, length), before])
      skip(/[^\n]*/y)
    } else readPair(table)
    if (at === before) skip(/[^\n]*\n?/y)
  }
  return found
}

const blanks = /(?:[\s,]|#[^\n]*)*/y

const strings = /"""[\s\S]*?(?<!\\)"{3,5}|'''[\s\S]*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y

const unquoted = (key: string) => (/^["']/.test(key) ? key.slice(1, -1) : key)

/** `[menus.main.params]` is of the last `[[menus.main]]`. */
function indexed(keys: readonly string[], tables: ReadonlyMap<string, number>): readonly string[] {
  const full: string[] = []
  for (const [index, key] of keys.entries()) {
    full.push(key)
    const count = tables.get(full.join('\0').toLowerCase())
    if (count !== undefined && index < keys.length - 1) full.push(String(count))
  }
  return full
}

function counted(keys: readonly string[], tables: Map<string, number>): number {
  const name = keys.join('\0').toLowerCase()
  const count = (tables.get(name) ?? -1) + 1
  tables.set(name, count)
  return count
}
