import { isMap, isPair, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml'
import type { KeyOffsets } from './hugo-file.ts'

/** Where the keys of a YAML text stand, or of a JSON one, which is YAML as well. */
export function yamlOffsets(text: string): KeyOffsets {
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
