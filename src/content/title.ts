/** The first-level heading that names a page. */
export type Title = {
  readonly text: string
  /** Line of the body, from 1. */
  readonly line: number
}

export type FindTitle = (body: string) => Title | undefined

/** Where the first line ends that looks like a first-level heading, or like the line under one. */
export function endOfCandidate(body: string): number | undefined {
  const candidate = /^ {0,3}(?:#[ \t].*|=+[ \t]*\r?)$/m.exec(body)
  return candidate ? candidate.index + candidate[0].length : undefined
}
