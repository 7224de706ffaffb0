/** Quotes that are open, in one block. */
export type OpenQuotes = { single: number; double: number }

export type Replacement = { readonly length: number; readonly text: string }

/** The text around a character: `source` from `start` to `end`, which is the end of its line. */
type Around = {
  readonly source: string
  readonly index: number
  readonly start: number
  readonly end: number
}

/**
 * What a straight quote, a dash, a dot or a guillemet becomes, by goldmark's typographer, whose quotes follow the
 * flanking rules of CommonMark §6.2 and a list of English contractions.
 */
export function typograph(around: Around, open: OpenQuotes): Replacement | undefined {
  const { source, index, end } = around
  const rest = source.slice(index, Math.min(index + 6, end))
  if (rest.startsWith('---')) return { length: 3, text: '—' }
  if (rest.startsWith('...')) return { length: 3, text: '…' }
  if (rest.startsWith('--')) return { length: 2, text: '–' }
  if (rest.startsWith('<<')) return { length: 2, text: '«' }
  if (rest.startsWith('>>')) return { length: 2, text: '»' }
  const text =
    rest[0] === "'" ? single(around, rest, open) : rest[0] === '"' ? double(around, rest, open) : undefined
  return text === undefined ? undefined : { length: 1, text }
}

function single(around: Around, rest: string, open: OpenQuotes): string | undefined {
  // Most of them are in words such as "don't", which need no other rule than this.
  if (around.index > around.start && isLetter(around.source, around.index - 1) && isLetter(rest, 1))
    return '’'
  const { before, canOpen, canClose } = flanking(around)
  if (!canOpen && !canClose) return undefined
  const next = rest.slice(1)
  if (canOpen && !canClose && /^\d\ds(?:$|[\s\p{P}\p{S}])/u.test(next)) return '’'
  // 'twas, 'em, 'net, 'll
  if (/^[\p{P}\s]$/u.test(before) && /^[tenl]/.test(next)) return '’'
  if (/^[\p{Nd}\p{L}]$/u.test(before) && /^\p{L}/u.test(next)) return '’'
  if (canOpen && !canClose) {
    if (/^(?:[smtd]|ve|ll|re)(?:$|[\s!-/:-@[-`{-~])/.test(next)) return '’'
    open.single++
    return '‘'
  }
  // Smiths', doin'
  if (next.length > 1 && !/^\p{Nd}/u.test(next)) return '’'
  if (open.single > 0 && isClosing(next, { canOpen, canClose })) {
    open.single--
    return '’'
  }
  return undefined
}

function double(around: Around, rest: string, open: OpenQuotes): string | undefined {
  const { before, canOpen, canClose } = flanking(around)
  if (canOpen && !canClose) {
    open.double++
    return '“'
  }
  const next = rest.slice(1)
  if (open.double === 0 || !isClosing(next, { canOpen, canClose })) return undefined
  // "Monitor 21""
  if (next[0] === '"' && /^\p{Nd}$/u.test(before)) return undefined
  open.double--
  return '”'
}

function isLetter(text: string, index: number): boolean {
  const code = text.charCodeAt(index) | 32
  return code >= 97 && code <= 122
}

type Flanking = { readonly canOpen: boolean; readonly canClose: boolean }

const isClosing = (next: string, { canOpen, canClose }: Flanking) =>
  canClose && (!canOpen || (/^\p{P}/u.test(next) && (next.length === 1 || /^.[\s!-/:-@[-`{-~]/.test(next))))

function flanking({ source, index, start, end }: Around): Flanking & { readonly before: string } {
  const before = index > start ? lastCharacter(source.slice(Math.max(start, index - 2), index)) : '\n'
  const after = index + 1 < end ? String.fromCodePoint(source.codePointAt(index + 1) ?? 32) : ' '
  const [spaceBefore, spaceAfter] = [/\s/.test(before), /\s/.test(after)]
  const [markBefore, markAfter] = [/[\p{P}\p{S}]/u.test(before), /[\p{P}\p{S}]/u.test(after)]
  return {
    before,
    canOpen: !spaceAfter && (!markAfter || spaceBefore || markBefore),
    canClose: !spaceBefore && (!markBefore || spaceAfter || markAfter),
  }
}

const lastCharacter = (text: string) => [...text].at(-1) ?? '\n'
