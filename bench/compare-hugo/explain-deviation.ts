import type { Difference } from './compare-dumps.ts'
import type { Dump } from './dump.ts'

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

const isSitemap = (file: string) => /sitemap|(^|\/)map\.xml$/.test(file)

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const rules: readonly Rule[] = [
  {
    reason: 'What has no title is called by its first heading, its file or its host; Hugo calls it nothing',
    holds: ({ kind, hugo }) => /^(title|linkTitle|site: title)$/.test(kind) && hugo === '',
  },
  {
    reason: 'A feed holds the newest dated pages that are published, and no more than the config says',
    holds: ({ kind, where, hugo: theirs, inkseal: ours }, { hugo }) => {
      if (kind !== 'entries' || !isTexts(theirs) || !isTexts(ours) || isSitemap(where)) return false
      const missing = theirs.filter((url) => !ours.includes(url))
      const isFull = ours.length >= FEED_SIZE
      return (
        ours.every((url) => theirs.includes(url)) && missing.every((url) => isFull || !hugo.pages[url]?.date)
      )
    },
  },
  {
    reason: 'Pages beside the home page are no series: they have no neighbours',
    holds: ({ kind, where, inkseal: ours }, { hugo }) =>
      /^(previous|next)$/.test(kind) && ours === '' && hugo.pages[where]?.section === '',
  },
]
