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

const rules: readonly Rule[] = [
  {
    reason: 'What has no title is called by its first heading, its file or its host; Hugo calls it nothing',
    holds: ({ kind, hugo }) => /^(title|linkTitle|site: title)$/.test(kind) && hugo === '',
  },
]
