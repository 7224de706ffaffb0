import type { Place } from '../../base/diagnostic.ts'
import { placeAt, placeOfLine } from '../../base/place-at.ts'
import type { MatterText } from './matter-text.ts'
import type { SplitText } from './split-matter.ts'

/** The place in the author's file where the value of a front matter field begins. */
export const placeOfKey = (file: MatterText, key: string): Place =>
  placeInMatter(file, offsetOfKey(file.split, key))

/** The place of one item of a field that is a list; that of the list where the item is written in another way. */
export function placeOfItem(file: MatterText, key: string, item: string): Place {
  const offset = offsetOfKey(file.split, key)
  const found = offset === undefined ? -1 : file.split.matter.indexOf(item, offset)
  return placeInMatter(file, found === -1 ? offset : found)
}

function placeInMatter({ path, text, split }: MatterText, offset: number | undefined): Place {
  if (offset === undefined) return placeOfLine(path, text, { line: 1 })
  const { line = 1, column = 1 } = placeAt(path, split.matter, offset)
  return placeOfLine(path, text, { line: split.matterLine + line - 1, column })
}

/** Where in the front matter the value of a field begins; fields of the same name further inside do not count. */
export function offsetOfKey({ format, matter }: SplitText, key: string): number | undefined {
  if (format === 'json') return offsetInJson(matter, key)
  // The fields of YAML stand in one column; those of TOML may not, but come before every table.
  const indent = format === 'yaml' ? (/^( *)[^\s#]/m.exec(matter)?.[1] ?? '') : '[ \\t]*'
  const name = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const match = new RegExp(`^${indent}["']?${name}["']?[ \\t]*[:=][ \\t]*`, 'im').exec(matter)
  return match ? match.index + match[0].length : undefined
}

function offsetInJson(matter: string, key: string): number | undefined {
  let depth = 0
  for (const { 0: token, index } of matter.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    if (token === '{' || token === '[') depth++
    if (token === '}' || token === ']') depth--
    if (depth !== 1 || token.slice(1, -1).toLowerCase() !== key.toLowerCase()) continue
    const end = index + token.length
    const colon = /^\s*:\s*/.exec(matter.slice(end))?.[0]
    if (colon) return end + colon.length
  }
  return undefined
}
