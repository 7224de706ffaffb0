/** One attribute of a list in braces. `offset` counts from the list's first character. */
export type RawAttribute = {
  readonly name: string
  readonly value: string | readonly string[]
  readonly offset: number
}

export type ParsedAttributes =
  | { readonly attributes: readonly RawAttribute[] }
  | { readonly reason: string; readonly offset: number }

/**
 * Reads `{#id .class key=value key="a value" key=[3,"6-8"]}`, the attribute lists of Hugo's manual ("Markdown
 * attributes"), separated by white space or commas.
 */
export function parseAttributes(text: string): ParsedAttributes {
  const attributes: RawAttribute[] = []
  let position = skip(text, /\{/y, 0)
  if (position === 0) return { reason: 'it does not begin with {', offset: 0 }
  for (;;) {
    position = skip(text, SEPARATORS, position)
    if (position >= text.length) return { reason: 'it is not closed by }', offset: text.length }
    if (text[position] === '}') return rest(text, position + 1) ?? { attributes }
    const short = match(text, /([#.])([^\s,}#.="']+)/y, position)
    if (short) {
      const [whole, sign, value = ''] = short
      attributes.push({ name: sign === '#' ? 'id' : 'class', value, offset: position })
      position += whole.length
      continue
    }
    const [before, name = ''] = match(text, /([^\s,}="'[\]{]+)\s*=\s*/y, position) ?? []
    if (before === undefined) return withoutValue(text, position)
    const parsed = parseValue(text, position + before.length)
    if (!parsed) return { reason: `the value of "${name}" is not closed`, offset: position }
    attributes.push({ name, value: parsed.value, offset: position })
    position = parsed.end
  }
}

const SEPARATORS = /[\s,]*/y

type ParsedValue = { readonly value: string | readonly string[]; readonly end: number }

function parseValue(text: string, start: number): ParsedValue | undefined {
  if (text[start] === '[') return parseList(text, start + 1)
  return parseScalar(text, start, /[^\s,}]*/y)
}

function parseList(text: string, start: number): ParsedValue | undefined {
  const values: string[] = []
  for (let position = start; ; ) {
    position = skip(text, SEPARATORS, position)
    if (text[position] === ']') return { value: values, end: position + 1 }
    const parsed = parseScalar(text, position, /[^\s,\]}]+/y)
    if (!parsed) return undefined
    values.push(parsed.value)
    position = parsed.end
  }
}

function parseScalar(
  text: string,
  start: number,
  bare: RegExp,
): { readonly value: string; readonly end: number } | undefined {
  const quote = text[start]
  if (quote === '"' || quote === "'") {
    const quoted = match(text, quote === '"' ? /"((?:[^"\\]|\\.)*)"/sy : /'((?:[^'\\]|\\.)*)'/sy, start)
    return (
      quoted && {
        value: (quoted[1] ?? '').replaceAll(/\\(.)/gs, '$1'),
        end: start + (quoted[0]?.length ?? 0),
      }
    )
  }
  const plain = match(text, bare, start)
  return plain && { value: plain[0] ?? '', end: start + (plain[0]?.length ?? 0) }
}

/** What stands behind the list is a mistake. */
function rest(text: string, position: number): ParsedAttributes | undefined {
  const behind = text.slice(position).trim()
  if (behind === '') return undefined
  return { reason: `"${behind}" stands behind it`, offset: text.indexOf(behind, position) }
}

function withoutValue(text: string, offset: number): ParsedAttributes {
  const [word = text[offset] ?? ''] = match(text, /[^\s,}]+/y, offset) ?? []
  return { reason: `"${word}" has no value`, offset }
}

function match(text: string, sticky: RegExp, position: number): RegExpExecArray | undefined {
  sticky.lastIndex = position
  return sticky.exec(text) ?? undefined
}

const skip = (text: string, sticky: RegExp, position: number) =>
  position + (match(text, sticky, position)?.[0].length ?? 0)
