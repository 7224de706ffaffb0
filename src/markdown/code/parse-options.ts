import type { ParsedAttributes, RawAttribute } from './parse-attributes.ts'

/** Reads `linenos=table, hl_lines=3 6-8`: pairs apart by commas, values that hold spaces (the highlight shortcode). */
export function parseOptions(text: string): ParsedAttributes {
  const attributes: RawAttribute[] = []
  let offset = 0
  for (const part of text.split(',')) {
    const start = offset + part.length - part.trimStart().length
    offset += part.length + 1
    if (part.trim() === '') continue
    const pairs = pairsOf(part.trim())
    if (pairs.length === 0) return { reason: `"${part.trim()}" has no value`, offset: start }
    for (const { name, value, index } of pairs) attributes.push({ name, value, offset: start + index })
  }
  return { attributes }
}

type Pair = { readonly name: string; readonly value: string; readonly index: number }

/** Newer posts put spaces between pairs; a value ends where the next name begins. */
const pairsOf = (text: string): readonly Pair[] =>
  [...text.matchAll(/([\w-]+)\s*=\s*(.*?)(?=\s+[\w-]+\s*=|$)/g)]
    .filter(({ index }, position) => position > 0 || index === 0)
    .map(({ 1: name = '', 2: value = '', index }) => ({
      name,
      value: value.replace(/^(["'])(.*)\1$/, '$2'),
      index,
    }))
