/**
 * Reads the YAML that most front matter is: one field a line, in the first column, with a plain scalar or a quoted
 * one of one line (YAML 1.2.2 §7.3), a list of such between brackets on the same line (§7.4.1), or one with a dash a line below
 * (§8.2.1). Numbers, booleans and null are those of the core schema (§10.3.2). Undefined at the first thing that is not
 * certain to be one of these: then only a parser knows, and takes twenty times as long.
 */
export function parsePlainYaml(matter: string): Readonly<Record<string, unknown>> | undefined {
  const text = matter.includes('\r') ? matter.replaceAll('\r\n', '\n') : matter
  if (strange.test(text)) return undefined
  const record: Record<string, unknown> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (passedOver.test(line)) continue
    const [, key, rest = ''] = field.exec(line) ?? []
    if (key === undefined || reserved.test(key) || Object.hasOwn(record, key)) return undefined
    const value = rest === '' ? readItems(lines, at + 1) : readValue(lines, { rest, next: at + 1 })
    if (value === undefined) return undefined
    record[key] = value.value
    at = value.next - 1
  }
  // Of no fields at all, YAML makes null.
  return Object.keys(record).length === 0 ? undefined : record
}

/** Tabs, line ends of other systems, control characters and byte order marks: rules of their own hold for each. */
const strange = /[^\n\u0020-\u007e\u00a0-\u2027\u202a-\ufefe\uff00-\uffff]/

/** Blank lines, and comments (§6.6). */
const passedOver = /^ *(?:#|$)/

const field = /^([A-Za-z_][\w-]{0,60}):(?: +([^ ].*?))? *$/

/** Keys that stand for something else than their letters; a comment is no value. */
const reserved = /^(?:null|true|false|__proto__)$/i

type Scalar = { readonly value: unknown }

type Value = Scalar & {
  /** The line behind it. */
  readonly next: number
}

/** The list below a field without a value; null where the next line is a field. */
function readItems(lines: readonly string[], start: number): Value | undefined {
  const items: unknown[] = []
  let indent: string | undefined
  let at = start
  for (; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (passedOver.test(line)) continue
    const [, own, rest] = item.exec(line) ?? []
    if (own === undefined || rest === undefined) {
      // What is further in than a field is no list, but something that belongs to it.
      if (line.startsWith(' ') || line.startsWith('-')) return undefined
      break
    }
    const scalar = readScalar(rest)
    if (scalar === undefined || (indent ?? own) !== own) return undefined
    indent = own
    items.push(scalar.value)
  }
  return { value: indent === undefined ? null : items, next: at }
}

const item = /^( *)- +([^ ].*?) *$/

type Rest = { readonly rest: string; readonly next: number }

function readValue(lines: readonly string[], { rest, next }: Rest): Value | undefined {
  if (/^["'[]/.test(rest)) {
    const scalar = rest.startsWith('[') ? readFlow(rest) : readScalar(rest)
    return scalar && { value: scalar.value, next }
  }
  // The lines of a plain scalar are folded into one (§7.3.3).
  const texts = [rest]
  let end = next
  for (let more = continued(lines[end]); more !== undefined; more = continued(lines[++end])) texts.push(more)
  if (texts.some((text) => indicator.test(text))) return undefined
  const scalar = readScalar(texts.join(' '))
  return scalar && { value: scalar.value, next: end }
}

const continued = (line: string | undefined) => /^ +([^ ].*?) *$/.exec(line ?? '')?.[1]

/** A comma in quotes takes its text apart here, and of the pieces none is a scalar. */
function readFlow(text: string): Scalar | undefined {
  if (!text.endsWith(']')) return undefined
  const inner = trimmed(text.slice(1, -1))
  if (inner === '') return { value: [] }
  const items: unknown[] = []
  for (const part of inner.split(',')) {
    const written = trimmed(part)
    const scalar = flowScalar.test(written) ? readScalar(written) : undefined
    if (scalar === undefined) return undefined
    items.push(scalar.value)
  }
  return { value: items }
}

const trimmed = (text: string) => text.replace(/^ +| +$/g, '')

/** Inside of a list, plain scalars end at more marks (§7.3.3). */
const flowScalar = /^(?:"[^"\\]*"|'[^']*'|[^"'[\]{}:][^[\]{}:]*)$/

function readScalar(text: string): Scalar | undefined {
  const first = text.charCodeAt(0)
  if (first === 0x22) return doubleQuoted.test(text) ? { value: JSON.parse(text) } : undefined
  if (first === 0x27)
    return singleQuoted.test(text) ? { value: text.slice(1, -1).replaceAll("''", "'") } : undefined
  // Marks of YAML's own (§5.3), and what may begin a comment or another field.
  if (indicator.test(text)) return undefined
  if (mayBeNumber.test(text)) return readNumber(text)
  return { value: named.has(text) ? named.get(text) : text }
}

/** With escapes that mean the same in JSON (§5.7). */
const doubleQuoted = /^"(?:[^"\\]|\\["\\/bfnrt])*"$/
const singleQuoted = /^'(?:[^']|'')*'$/
const indicator = /^(?:-(?!\d)|[?:,[\]{}#&*!|>%@`=<])|: | #|:$/
const mayBeNumber = /^[-+.\d]/

const named: ReadonlyMap<string, boolean | null> = new Map([
  ...['true', 'True', 'TRUE'].map((name) => [name, true] as const),
  ...['false', 'False', 'FALSE'].map((name) => [name, false] as const),
  ...['null', 'Null', 'NULL', '~'].map((name) => [name, null] as const),
])

/** Numbers as everybody writes them; other forms of the core schema are for the parser. */
function readNumber(text: string): Scalar | undefined {
  if (/^(?:0|-?[1-9]\d{0,14})$/.test(text)) return { value: Number(text) }
  if (/^-?\d{1,9}\.\d{1,6}$/.test(text)) return { value: Number(text) }
  return isCoreNumber.test(text) ? undefined : { value: text }
}

const isCoreNumber =
  /^(?:0o[0-7]+|[-+]?\d+|0x[\da-fA-F]+|[-+]?\.inf|\.nan|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?)$/i
