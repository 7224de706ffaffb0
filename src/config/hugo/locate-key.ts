import { isMap, isPair, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml'
import type { Place } from '../../base/diagnostic.ts'
import { placeAt } from '../../base/place-at.ts'
import type { HugoFile } from './hugo-file.ts'
import { tomlOffsets } from './toml-offsets.ts'

/** A key or an item as its author wrote it, with where it stands. */
export type LocatedKey = {
  /** As they are spelled, as far as the file has them. */
  readonly keys: readonly string[]
  readonly place: Place
}

/** Looks for keys in a file, without regard to case, and gives the last of them that it has. */
export function locateKey(file: HugoFile, keys: readonly string[]): LocatedKey {
  const { path, text, format } = file
  const offsets = format === 'toml' ? tomlOffsets(text) : yamlOffsets(text)
  for (let length = keys.length; length > 0; length--) {
    const wanted = joined(keys.slice(0, length))
    const found = offsets.find(([own]) => joined(own) === wanted)
    if (found) return { keys: found[0], place: placeAt(path, text, found[1]) }
  }
  return { keys: [], place: { path } }
}

/** Each key with the keys above it, and where it begins: UTF-16 units from 0. An item of a list has its index. */
export type KeyOffsets = readonly (readonly [keys: readonly string[], offset: number])[]

const joined = (keys: readonly string[]) => keys.join('\0').toLowerCase()

/** JSON is YAML as well. */
function yamlOffsets(text: string): KeyOffsets {
  const found: [readonly string[], number][] = []
  const walk = (node: unknown, keys: readonly string[]): void => {
    if (isMap<ParsedNode, ParsedNode | null>(node)) {
      for (const { key, value } of node.items.filter(isPair)) {
        const own = [...keys, isScalar(key) ? String(key.value) : '']
        found.push([own, key.range?.[0] ?? 0])
        walk(value, own)
      }
    }
    if (isSeq<ParsedNode>(node)) {
      for (const [index, item] of node.items.entries()) {
        const own = [...keys, String(index)]
        found.push([own, item.range?.[0] ?? 0])
        walk(item, own)
      }
    }
  }
  walk(parseDocument(text, { logLevel: 'silent' }).contents, [])
  return found
}
