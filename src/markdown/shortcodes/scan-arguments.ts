import type { ShortcodeValue } from './shortcode-call.ts'
import type { ShortcodeMistake, ShortcodeTag } from './shortcode-tag.ts'

type Scanned = Pick<ShortcodeTag, 'arguments' | 'offsets' | 'closesItself' | 'end'> & {
  readonly mistake?: undefined
}

type Tag = { readonly start: number; readonly name: string; readonly delimiter: '<' | '%' }

const SPACE = /\s*/y
const END = /(\/?\s*)([>%])\}\}/y
const KEY = /([\p{L}\p{N}_.-]+)\s*=\s*/uy
const QUOTED = /(\\?)"((?:[^"\\\n]|\\[^\n])*?)\1"/y
const BACKQUOTED = /`([^`]*)`/y
/** Hugo takes letters, digits and `-_.` here; addresses without quotes do no harm. */
const BARE = /(?:(?!\/?\s*[>%]\}\}|\{\{[<%])[^\s"'`=\\“”„‘’«»])(?:(?!\/?\s*[>%]\}\}|\{\{[<%])[^\s"`\\])*/uy

/** Reads the arguments of a tag from behind its name up to its end. */
export function scanArguments(
  text: string,
  from: number,
  tag: Tag,
): Scanned | { readonly mistake: ShortcodeMistake } {
  const positional: ShortcodeValue[] = []
  const named: Record<string, ShortcodeValue> = {}
  const offsets = new Map<string | number, number>()
  let position = from
  for (;;) {
    position += at(SPACE, text, position)?.[0].length ?? 0
    const end = at(END, text, position)
    if (end?.[2] === (tag.delimiter === '<' ? '>' : '%')) {
      return {
        arguments: { positional, named },
        offsets,
        closesItself: end[1] !== '',
        end: position + end[0].length,
      }
    }
    if (end) return wrongEnd(tag, position)
    const key = at(KEY, text, position)
    const value = readValue(text, position + (key?.[0].length ?? 0))
    if (!value) return unreadable(text, position, { ...tag, key: key?.[1] })
    if ('reason' in value) return { mistake: value }
    const name = key?.[1]
    const mistake = checkName(name, { positional, named, position })
    if (mistake) return { mistake }
    if (name === undefined) {
      offsets.set(positional.length, position)
      positional.push(value.value)
    } else {
      offsets.set(name, position)
      // A plain assignment would lose `__proto__`.
      Object.defineProperty(named, name, { value: value.value, enumerable: true })
    }
    position = value.end
  }
}

type Value = { readonly value: ShortcodeValue; readonly end: number }

function readValue(text: string, position: number): Value | ShortcodeMistake | undefined {
  const backquoted = at(BACKQUOTED, text, position)
  if (backquoted) return { value: backquoted[1] ?? '', end: position + backquoted[0].length }
  const quoted = at(QUOTED, text, position)
  if (quoted) {
    return { value: (quoted[2] ?? '').replaceAll('\\"', '"'), end: position + quoted[0].length }
  }
  if (text.startsWith('"', position)) {
    const hint = 'Close them by ", or put a value of several lines between backquotes'
    return { offset: position, reason: 'its quotes are not closed on their line', hint }
  }
  if (text.startsWith('`', position)) {
    return { offset: position, reason: 'its backquote is not closed', hint: 'Close it by another backquote' }
  }
  const bare = at(BARE, text, position)
  return bare ? { value: typed(bare[0]), end: position + bare[0].length } : undefined
}

/** Numbers that JavaScript cannot hold exactly stay text: the ids of posts are such. */
function typed(word: string): ShortcodeValue {
  if (word === 'true' || word === 'false') return word === 'true'
  if (/^-?\d+\.\d+$/.test(word)) return Number(word)
  return /^-?\d+$/.test(word) && Number.isSafeInteger(Number(word)) ? Number(word) : word
}

type Seen = {
  readonly positional: readonly ShortcodeValue[]
  readonly named: Readonly<Record<string, ShortcodeValue>>
  readonly position: number
}

function checkName(
  name: string | undefined,
  { positional, named, position }: Seen,
): ShortcodeMistake | undefined {
  const isMixed = name === undefined ? Object.keys(named).length > 0 : positional.length > 0
  if (isMixed) {
    return {
      offset: position,
      reason: 'it mixes arguments with and without names',
      hint: 'Name all of its arguments, or none',
    }
  }
  if (name === undefined || !Object.hasOwn(named, name)) return undefined
  return { offset: position, reason: `it has the argument "${name}" twice`, hint: 'Take one of them out' }
}

function wrongEnd({ start, name, delimiter }: Tag, offset: number): { readonly mistake: ShortcodeMistake } {
  const [right, wrong] = delimiter === '<' ? ['>}}', '%}}'] : ['%}}', '>}}']
  const reason = `it begins with {{${delimiter} and ends with ${wrong}`
  return {
    mistake: {
      offset: Math.max(start, offset),
      reason,
      hint: `Write {{${delimiter} ${name} … ${right}`,
    },
  }
}

type Unread = Tag & { readonly key: string | undefined }

function unreadable(text: string, position: number, tag: Unread): { readonly mistake: ShortcodeMistake } {
  const closing = tag.delimiter === '<' ? '>}}' : '%}}'
  if (position >= text.length || /^\{\{[<%]/.test(text.slice(position, position + 3))) {
    const reason = `it is not closed by ${closing}`
    return { mistake: { offset: tag.start, reason, hint: `Put ${closing} behind the last argument` } }
  }
  if (tag.key !== undefined) {
    const reason = `the argument "${tag.key}" has no value that can be read`
    return { mistake: { offset: position, reason, hint: `Write ${tag.key}="…"` } }
  }
  const character = String.fromCodePoint(text.codePointAt(position) ?? 0)
  const reason = /['“”„‘’«»]/.test(character)
    ? `an argument is quoted by ${character}`
    : `"${character}" cannot begin an argument`
  return { mistake: { offset: position, reason, hint: 'Put the argument in straight double quotes: "…"' } }
}

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}
