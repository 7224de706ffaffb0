import { scanArguments } from './scan-arguments.ts'
import type { ShortcodeArguments } from './shortcode-call.ts'
import type { ShortcodeMistake, ShortcodeTag } from './shortcode-tag.ts'

const OPENING = /\{\{([<%])/g
const NAME = /\s*(\/?)\s*([\p{L}\p{N}_-][\p{L}\p{N}_/-]*(?:\.inline)?)?/uy
const nothing: ShortcodeArguments = { positional: [], named: {} }

/**
 * Finds every shortcode tag of a text, in order (Hugo's manual, "Shortcodes"): both delimiters, escapes such as
 * an opening brace pair with a comment inside, arguments all positional or all named, in double quotes, backquotes or
 * bare. Tags are live everywhere, in code too. A tag may span lines.
 */
export function parseShortcodes(text: string): {
  readonly tags: readonly ShortcodeTag[]
  readonly mistakes: readonly ShortcodeMistake[]
} {
  const tags: ShortcodeTag[] = []
  const mistakes: ShortcodeMistake[] = []
  let position = 0
  for (;;) {
    OPENING.lastIndex = position
    const opening = OPENING.exec(text)
    if (!opening) return { tags, mistakes }
    const found = scanTag(text, opening.index, opening[1] === '%' ? '%' : '<')
    if (found.mistake) mistakes.push(found.mistake)
    if (found.tag) tags.push(found.tag)
    position = found.tag?.end ?? opening.index + 3
  }
}

type Found = { readonly tag?: ShortcodeTag; readonly mistake?: ShortcodeMistake }

function scanTag(text: string, start: number, delimiter: '<' | '%'): Found {
  const closing = delimiter === '<' ? '>}}' : '%}}'
  const base = { delimiter, start, arguments: nothing, offsets: new Map(), closesItself: false, text: '' }
  if (text.startsWith('/*', start + 3)) return scanEscaped(text, { ...base, closing })
  NAME.lastIndex = start + 3
  const [all = '', slash, word = ''] = NAME.exec(text) ?? []
  // A name does not end in a slash: that is the one of `{{< name/>}}`.
  const name = word.replace(/\/+$/, '')
  if (name === '') {
    const hint = `Write a name after {{${delimiter}, or {{${delimiter}/* … */${closing} to print it`
    return broken(text, { ...base, name }, { offset: start, reason: 'it has no name', hint })
  }
  const position = start + 3 + all.length - (word.length - name.length)
  const scanned = scanArguments(text, position, { start, name, delimiter })
  if (scanned.mistake) return broken(text, { ...base, name }, scanned.mistake)
  const tag: ShortcodeTag = { ...base, ...scanned, name, type: slash === '/' ? 'close' : 'call' }
  const [first] = scanned.offsets.values()
  if (tag.type === 'call' || first === undefined) return { tag }
  const reason = 'a closing tag takes no arguments'
  return { tag, mistake: { offset: first, reason, hint: `Write {{${delimiter} /${name} ${closing}` } }
}

type Base = Omit<ShortcodeTag, 'type' | 'end' | 'name'>

function scanEscaped(text: string, { closing, ...base }: Base & { closing: string }): Found {
  const { start, delimiter } = base
  const end = text.indexOf(`*/${closing}`, start + 5)
  if (end === -1) {
    const hint = `Put */${closing} behind what is to be printed`
    return { mistake: { offset: start, reason: `its comment is not closed by */${closing}`, hint } }
  }
  const printed = `{{${delimiter}${text.slice(start + 5, end)}${closing}`
  return { tag: { ...base, type: 'escaped', name: '', end: end + 5, text: printed } }
}

/** Goes on behind the tag, where one can see its end; its name is kept, so that its closing tag is no mistake too. */
function broken(text: string, base: Base & { name: string }, mistake: ShortcodeMistake): Found {
  const rest = text.slice(base.start + 3)
  const end = /[>%]\}\}/.exec(rest)
  const next = /\{\{[<%]/.exec(rest)
  if (!end || (next && next.index < end.index)) return { mistake }
  return { mistake, tag: { ...base, type: 'broken', end: base.start + 3 + end.index + 3 } }
}
