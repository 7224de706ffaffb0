import { isRecord } from '../merge-records.ts'
import type { HugoEntry } from './hugo-entry.ts'
import type { HugoContext, HugoRule } from './hugo-rule.ts'
import { hugoRules } from './hugo-rules.ts'
import type { HugoTable } from './merge-tables.ts'
import { valueAt } from './read-values.ts'
import { languageRules } from './rules/site-rules.ts'

/** A value that a rule cannot use. */
export type HugoRefusal = { readonly from: readonly string[]; readonly reason: string; readonly hint: string }

export type AppliedRules = {
  readonly entries: readonly HugoEntry[]
  readonly refusals: readonly HugoRefusal[]
}

/** What the keys of a Hugo config say, by the rules: for the site, and for each of its languages. */
export function applyRules(site: HugoTable): AppliedRules {
  const languages = isRecord(site.languages) ? Object.entries(site.languages) : []
  const parts = [
    apply(hugoRules, { table: site, site, language: undefined }),
    ...languages.map(([language, table]) =>
      isRecord(table) ? apply(rulesForLanguages, { table, site, language }) : wrongLanguage(language, table),
    ),
  ]
  return {
    entries: parts.flatMap(({ entries }) => entries),
    refusals: parts.flatMap(({ refusals }) => refusals),
  }
}

/** The site's title is `site.title`, that of a language its own. */
export const rulesForLanguages: readonly HugoRule[] = [
  ...languageRules,
  ...hugoRules
    .filter(({ siteOnly }) => !siteOnly)
    .map((rule) => ({ ...rule, to: rule.to.replace(/^site\./, '') })),
]

function apply(rules: readonly HugoRule[], context: Omit<HugoContext, 'refuse'>): AppliedRules {
  const above = context.language === undefined ? [] : ['languages', context.language]
  const refusals: HugoRefusal[] = []
  const entries = rules.flatMap((rule): readonly HugoEntry[] => {
    const given = valueAt(context.table, rule.from)
    if (given === undefined) return []
    const from = [...above, ...rule.from.split('.')]
    const refuse = (reason: string, hint: string) => refusals.push({ from, reason, hint })
    const value = rule.read ? rule.read(given, { ...context, refuse }) : given
    return value === undefined ? [] : [{ from, to: [...above, ...rule.to.split('.')], value }]
  })
  return { entries, refusals }
}

/** The schema says what is wrong with it. */
const wrongLanguage = (language: string, value: unknown): AppliedRules => ({
  entries: [{ from: ['languages', language], to: ['languages', language], value }],
  refusals: [],
})
