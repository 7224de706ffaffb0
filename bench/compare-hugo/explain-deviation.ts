import type { Difference } from './compare-dumps.ts'
import type { Dump } from './dump.ts'
import { saysTheSame } from './says-the-same.ts'

/** Why a difference is meant; undefined for one that is a mistake. */
export function explainDeviation(difference: Difference, { hugo, inkseal }: { hugo: Dump; inkseal: Dump }) {
  return rules.find(({ holds }) => holds(difference, { hugo, inkseal }))?.reason
}

type Rule = {
  readonly reason: string
  readonly holds: (difference: Difference, dumps: { readonly hugo: Dump; readonly inkseal: Dump }) => boolean
}

/** The default of `feeds.size`. */
const FEED_SIZE = 20

/** What the list goes through whose feed a file is; undefined for a sitemap. */
function listOfFeed(file: string, { pages }: Dump): readonly string[] | undefined {
  const folder = `/${file.replace(/[^/]+$/, '')}`
  const page = pages[folder] ?? pages[folder.replace(/\/$/, '.html')]
  return /(^|\/)(site)?map\.xml$/.test(file) ? undefined : page?.lists?.paginated
}

const same = (a: readonly string[], b: readonly string[]) => a.join('\n') === b.join('\n')

const hasDocument =
  ({ pages }: Dump) =>
  (url: string) =>
    pages[url] !== undefined

const endsIn = (ending: string) => (text: string) => text.endsWith(ending)

const withoutCount = (line: string) => line.replace(/^\d+ /, '')

/** `Name x/y 0` → `Name /x/y 0` */
const fromRoot = (line: string) => line.replace(/ ([^\s/#:][^\s:]*) (-?\d+)$/, ' /$1 $2')

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const rules: readonly Rule[] = [
  {
    reason: 'What has no title is called by its first heading, its file or its host; Hugo calls it nothing',
    holds: ({ kind, hugo }) => /^(title|linkTitle|site: title)$/.test(kind) && hugo === '',
  },
  {
    reason: 'A feed holds what its list holds: the newest that have a date, as many as the config says',
    holds: ({ kind, where, hugo: theirs, inkseal: ours }, { hugo }) => {
      if (kind !== 'entries' || !isTexts(theirs) || !isTexts(ours)) return false
      const listed = listOfFeed(where, hugo)
      if (listed === undefined) return false
      const isFull = ours.length >= Math.min(FEED_SIZE, theirs.length)
      const missing = theirs.filter((url) => !ours.includes(url))
      return (
        ours.every((url) => theirs.includes(url) || listed.includes(url)) &&
        missing.every((url) => isFull || !hugo.pages[url]?.date || !listed.includes(url))
      )
    },
  },
  {
    reason:
      'A term counts the pages that its list shows; Hugo counts those that lists are to leave out as well',
    holds: ({ kind, hugo: theirs, inkseal: ours }) =>
      kind === 'list: terms' &&
      isTexts(theirs) &&
      isTexts(ours) &&
      // One that only its own file names is in none of Hugo's lists, nor in one that Inkseal shows.
      same(
        theirs.map(withoutCount),
        ours
          .map(withoutCount)
          .filter((term, index) => theirs.some(endsIn(term)) || !ours[index]?.startsWith('0 ')),
      ),
  },
  {
    reason: 'A page without an address is in no list and nobody’s neighbour: what leads there leads nowhere',
    holds: ({ kind, hugo: theirs, inkseal: ours }, { hugo }) =>
      kind === 'list: paginated'
        ? isTexts(theirs) &&
          isTexts(ours) &&
          same(
            theirs.filter((url) => hasDocument(hugo)(url) || ours.includes(url)),
            ours,
          )
        : /^(previous|next)$/.test(kind) &&
          typeof theirs === 'string' &&
          theirs !== '' &&
          !hasDocument(hugo)(theirs),
  },
  {
    reason:
      'A list has the dates of what it shows; Hugo’s front page those of sections that are not shown yet',
    holds: ({ kind, where, hugo: theirs }, { hugo }) =>
      /^(date|lastmod)$/.test(kind) &&
      hugo.pages[where]?.kind === 'home' &&
      !Object.values(hugo.pages).some(
        (page) => page.kind !== 'home' && theirs === (kind === 'date' ? page.date : page.lastmod),
      ),
  },
  {
    reason:
      'A Markdown or HTML file in the bundle of a page is no resource: its author is warned that no page is made of it',
    holds: ({ kind, hugo: theirs, inkseal: ours }) =>
      kind === 'resources' &&
      isTexts(theirs) &&
      isTexts(ours) &&
      same(theirs.filter((line) => !/\.(md|markdown|html?): /.test(line)).sort(), ours.toSorted()),
  },
  {
    reason:
      'A relative address in a menu is meant from the root of the site; left relative it leads nowhere on most pages',
    holds: ({ kind, hugo: theirs, inkseal: ours }) =>
      kind === 'menu' && isTexts(theirs) && isTexts(ours) && same(theirs.map(fromRoot), ours),
  },
  {
    reason:
      'An alert’s mark, numbers of lines, and smart quotes in a call that prints itself are not what the author wrote',
    holds: ({ kind, where, hugo: theirs, inkseal: ours }, { hugo, inkseal }) =>
      kind === 'words' && hugo.pages[where]?.text !== inkseal.pages[where]?.text
        ? saysTheSame(hugo.pages[where]?.text ?? '', inkseal.pages[where]?.text ?? '')
        : kind === 'summary' &&
          typeof theirs === 'string' &&
          typeof ours === 'string' &&
          saysTheSame(theirs, ours),
  },
  {
    reason: 'Pages beside the home page are no series: they have no neighbours',
    holds: ({ kind, where, inkseal: ours }, { hugo }) =>
      /^(previous|next)$/.test(kind) && ours === '' && hugo.pages[where]?.section === '',
  },
]
