import { pathSegment } from './path-segment.ts'

/** The parts of a term that its address can have; `a/b` lies in a folder of its own. */
export const termSegments = (term: string): readonly string[] =>
  term.split('/').filter((part) => !['', '.', '..'].includes(pathSegment(part)))

/** What tells terms apart: what their addresses do, in lower case. Empty where nothing of the term can stand there. */
export const termPath = (term: string): string =>
  termSegments(term)
    .map((part) => pathSegment(part))
    .join('/')
