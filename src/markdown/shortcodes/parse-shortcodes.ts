/** One shortcode tag in a text. Offsets are in UTF-16 units from the text's start. */
export type ShortcodeTag = {
  readonly type: 'call' | 'close' | 'escaped'
  readonly start: number
  readonly end: number
  readonly name: string
  readonly arguments: ShortcodeArguments
  /** What an escaped tag prints. */
  readonly text: string
}

export type ShortcodeArguments = {
  readonly positional: readonly string[]
  readonly named: Readonly<Record<string, string>>
}

/** Something that begins as a shortcode and does not go on as one. */
export type ShortcodeMistake = { readonly offset: number; readonly reason: string; readonly hint: string }

const none: ShortcodeArguments = { positional: [], named: {} }

const OPENING = /\{\{([<%])/g
const ESCAPED = /\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}/y
const NAME = /\s*(\/?)\s*([\p{L}\p{N}_/-]*[\p{L}\p{N}_-])/uy
const END = /\s*\/?([>%])\}\}/y
const ARGUMENT =
  /\s+(?:([\p{L}_][\p{L}\p{N}_-]*)=)?(?:"((?:[^"\\]|\\[\s\S])*)"|`([^`]*)`|((?:(?!\/?[>%]\}\}|\{\{[<%])[^\s"`])+))/uy

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
    const result = escapedAt(text, opening.index) ?? tagAt(text, opening.index, opening[1] ?? '')
    if ('reason' in result) {
      mistakes.push(result)
      position = OPENING.lastIndex
    } else {
      tags.push(result)
      position = result.end
    }
  }
}

function escapedAt(text: string, start: number): ShortcodeTag | undefined {
  const match = at(ESCAPED, text, start)
  if (!match) return undefined
  const [all, opening, inner, closing] = match
  return {
    type: 'escaped',
    start,
    end: start + all.length,
    name: '',
    arguments: none,
    text: `{{${opening}${inner}${closing}}}`,
  }
}

function tagAt(text: string, start: number, delimiter: string): ShortcodeTag | ShortcodeMistake {
  const name = at(NAME, text, start + 3)
  if (!name) {
    return {
      offset: start,
      reason: 'it has no name',
      hint: 'Write a name after {{<, or {{</* … */>}} to print it',
    }
  }
  const positional: string[] = []
  const named: Record<string, string> = {}
  let position = start + 3 + name[0].length
  for (let match = at(ARGUMENT, text, position); match; match = at(ARGUMENT, text, position)) {
    const value = match[2]?.replaceAll(/\\(["\\])/g, '$1') ?? match[3] ?? match[4] ?? ''
    if (match[1] === undefined) positional.push(value)
    else named[match[1]] = value
    position += match[0].length
  }
  const end = at(END, text, position)
  if (end?.[1] !== (delimiter === '<' ? '>' : '%')) {
    const closing = delimiter === '<' ? '>}}' : '%}}'
    return {
      offset: start,
      reason: `it is not closed by ${closing}`,
      hint: `Put ${closing} behind the last argument`,
    }
  }
  if (positional.length > 0 && Object.keys(named).length > 0) {
    return {
      offset: start,
      reason: 'it mixes arguments with and without names',
      hint: 'Name all of its arguments, or none',
    }
  }
  return {
    type: name[1] === '/' ? 'close' : 'call',
    start,
    end: position + end[0].length,
    name: name[2] ?? '',
    arguments: { positional, named },
    text: '',
  }
}

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}
