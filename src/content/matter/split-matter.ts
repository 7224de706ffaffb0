import { placeOfLine } from '../../base/place-at.ts'
import { SiteError } from '../../base/site-error.ts'

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
 * "Front matter"). Blank lines may stand before it. A fence that opens must close.
 *
 * @throws SiteError matter/unclosed
 */
export function splitMatter(path: string, text: string): SplitText {
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text)?.[0] ?? ''
  const line = countLines(blank) + 1
  const split = splitAtStart({ path, text, line, start: text.slice(blank.length) })
  // A file without front matter is all body, its blank lines too.
  return split ?? { format: undefined, matter: '', matterLine: 1, body: text, bodyLine: 1 }
}

type Start = {
  readonly path: string
  readonly text: string
  /** The text from its first line that is not blank, and that line's number. */
  readonly start: string
  readonly line: number
}

function splitAtStart({ path, text, start, line }: Start): SplitText | undefined {
  const opening = /^(---|\+\+\+)[ \t]*\r?\n/.exec(start)
  if (opening) {
    const fence = opening[1] === '---' ? '---' : '+++'
    const rest = start.slice(opening[0].length)
    const closing = (fence === '---' ? /^---[ \t]*(?:\r?\n|$)/m : /^\+\+\+[ \t]*(?:\r?\n|$)/m).exec(rest)
    if (!closing) throw unclosed({ path, text, line, what: `a line that holds only ${fence}` })
    const matter = rest.slice(0, closing.index)
    return {
      format: fences[fence],
      matter,
      matterLine: line + 1,
      body: rest.slice(closing.index + closing[0].length),
      bodyLine: line + countLines(matter) + 2,
    }
  }
  if (!/^\{\s*(["}]|\n|\r)/.test(start)) return undefined
  const end = endOfObject(start)
  if (end === undefined) throw unclosed({ path, text, line, what: 'the closing }' })
  const body = start.slice(end).replace(/^[ \t]*\r?\n/, '')
  return {
    format: 'json',
    matter: start.slice(0, end),
    matterLine: line,
    body,
    bodyLine: line + countLines(start.slice(0, start.length - body.length)),
  }
}

function countLines(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** The offset behind the brace that closes the object at the text's start; braces in strings do not count. */
function endOfObject(text: string): number | undefined {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (token === '{') depth++
    if (token === '}' && --depth === 0) return index + 1
  }
  return undefined
}

type Unclosed = Omit<Start, 'start'> & { readonly what: string }

function unclosed({ path, text, line, what }: Unclosed): SiteError {
  return new SiteError({
    code: 'matter/unclosed',
    message: 'Cannot read the front matter: it is not closed',
    hint: `Put ${what} below the last field`,
    place: placeOfLine(path, text, { line, column: 1 }),
  })
}
