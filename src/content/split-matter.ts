import { placeOfLine } from '../base/place-at.ts'
import { SiteError } from '../base/site-error.ts'

export type MatterFormat = 'yaml' | 'toml' | 'json'

/** A file's text taken apart. Lines count from 1 in the file; `matter` is without its fences (JSON has none). */
export type SplitText = {
  readonly format: MatterFormat | undefined
  readonly matter: string
  readonly matterLine: number
  readonly body: string
  readonly bodyLine: number
}

const fences = { '---': 'yaml', '+++': 'toml' } as const

/**
 * Splits the front matter off: YAML between `---`, TOML between `+++`, JSON from `{` to its `}` (Hugo's manual,
 * "Front matter"). A fence that opens must close.
 *
 * @throws SiteError matter/unclosed
 */
export function splitMatter(path: string, text: string): SplitText {
  const opening = /^(---|\+\+\+)[ \t]*\r?\n/.exec(text)
  if (opening) {
    const fence = opening[1] === '---' ? '---' : '+++'
    const rest = text.slice(opening[0].length)
    const closing = (fence === '---' ? /^---[ \t]*(?:\r?\n|$)/m : /^\+\+\+[ \t]*(?:\r?\n|$)/m).exec(rest)
    if (!closing) throw unclosed(path, text, `a line that holds only ${fence}`)
    const matter = rest.slice(0, closing.index)
    return {
      format: fences[fence],
      matter,
      matterLine: 2,
      body: rest.slice(closing.index + closing[0].length),
      bodyLine: 2 + countLines(matter) + 1,
    }
  }
  if (/^\{\s*(["}]|\n|\r)/.test(text)) {
    const end = endOfObject(text)
    if (end === undefined) throw unclosed(path, text, 'the closing }')
    const matter = text.slice(0, end)
    const body = text.slice(end).replace(/^[ \t]*\r?\n/, '')
    return {
      format: 'json',
      matter,
      matterLine: 1,
      body,
      bodyLine: 1 + countLines(text.slice(0, text.length - body.length)),
    }
  }
  return { format: undefined, matter: '', matterLine: 1, body: text, bodyLine: 1 }
}

const countLines = (text: string) => text.split('\n').length - 1

/** The offset behind the brace that closes the object at the text's start; braces in strings do not count. */
function endOfObject(text: string): number | undefined {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (token === '{') depth++
    if (token === '}' && --depth === 0) return index + 1
  }
  return undefined
}

function unclosed(path: string, text: string, what: string): SiteError {
  return new SiteError({
    code: 'matter/unclosed',
    message: 'Cannot read the front matter: it is not closed',
    hint: `Put ${what} below the last field`,
    place: placeOfLine(path, text, { line: 1, column: 1 }),
  })
}
