/** Names that stand for something of a page in a pattern of addresses, after a colon (Hugo's manual, "Permalinks"). */
export const permalinkTokens = [
  'year',
  'month',
  'monthname',
  'day',
  'weekday',
  'weekdayname',
  'yearday',
  'section',
  'sections',
  'sectionslug',
  'sectionslugs',
  'title',
  'slug',
  'contentbasename',
  'slugorcontentbasename',
  'filename',
  'slugorfilename',
] as const

export type PermalinkToken = (typeof permalinkTokens)[number]

/** A token as it stands in a pattern; `\:` is a colon. The slice is of `:sections[1:]` and `:sectionslugs[last]`. */
export const tokenPattern = /(?<!\\):(\w+)(?:\[(.+?)\])?/g

/** The first token of a pattern that means nothing, as it is written; undefined where each means something. */
export function unknownToken(pattern: string): string | undefined {
  for (const [, name = '', slice] of pattern.matchAll(tokenPattern)) {
    const isKnown = slice === undefined ? known.has(name) || isGoLayout(name) : sliced.has(name)
    if (!isKnown) return slice === undefined ? name : `${name}[${slice}]`
  }
  return undefined
}

const known: ReadonlySet<string> = new Set(permalinkTokens)

const sliced: ReadonlySet<string> = new Set(['sections', 'sectionslugs'])

/** Hugo takes all else that its language formats dates by: `:2006`, `:06`, `:Jan`. */
const isGoLayout = (name: string) =>
  /^(?:January|Jan|Monday|Mon|2006|06|002|0?[1-5]|15|_2|PM|MST)+$/.test(name)
