import { isRecord } from '../merge-records.ts'
import { folderEntries } from './folder-entries.ts'
import type { HugoEntry } from './hugo-entry.ts'
import type { HugoTable } from './merge-tables.ts'
import { asFlag, asText, asTexts, valueAt } from './read-values.ts'
import { hugoOutputs } from './rules/output-rules.ts'
import { asLocale } from './rules/site-rules.ts'
import { languagesOf, rulesFor } from './rules/url-rules.ts'

/** What a Hugo config says by what it leaves out, or by several keys together. The rules' own go over it. */
export const deriveEntries = (site: HugoTable): readonly HugoEntry[] => [
  { from: ['outputs'], to: ['outputs'], value: hugoOutputs },
  // What Hugo passes over in silence does not stop the build of a site that Hugo builds.
  { from: ['reflinkserrorlevel'], to: ['brokenLinks'], value: 'warning' },
  { from: ['theme'], to: ['missingLayouts'], value: 'warning' },
  ...(asFlag(valueAt(site, 'enablegitinfo')) === true && valueAt(site, 'frontmatter.lastmod') === undefined
    ? [{ from: ['enablegitinfo'], to: ['dates', 'lastmod'], value: [':git', ':default'] }]
    : []),
  ...relatedEntries(site),
  ...languageEntries(site),
  ...folderEntries(site, languagesOfSite(site)),
]

/** Of the usual indices, the one of tags is there where the taxonomy is. */
function relatedEntries({ related, taxonomies }: HugoTable): readonly HugoEntry[] {
  if (related !== undefined || !isRecord(taxonomies) || Object.hasOwn(taxonomies, 'tag')) return []
  const indices = [
    { name: 'keywords', weight: 100 },
    { name: 'date', weight: 10 },
  ]
  return [{ from: ['related'], to: ['related'], value: { indices } }]
}

/** A Hugo site has a language in each case: `en` where nothing is said. */
function languageEntries(site: HugoTable): readonly HugoEntry[] {
  const codes = languagesOfSite(site)
  const key = site.locale === undefined ? 'languagecode' : 'locale'
  const locale = asLocale(site[key])
  const disabled = asTexts(site.disablelanguages)
  return [
    ...(site.languages !== undefined && !isRecord(site.languages)
      ? [{ from: ['languages'], to: ['languages'], value: site.languages }]
      : codes.map((code) =>
          entry(code, [], {
            from: isRecord(site.languages) ? ['languages', code] : ['defaultcontentlanguage'],
            value: { locale: canonical(code) },
          }),
        )),
    { from: ['defaultcontentlanguage'], to: ['defaultLanguage'], value: mainLanguage(site) },
    // With more languages than one, each says its own.
    ...(codes.length === 1 && locale !== undefined
      ? codes.map((code) => entry(code, ['locale'], { from: [key], value: locale }))
      : []),
    ...(Array.isArray(disabled) ? disabled : [])
      .map((code) => String(code).toLowerCase())
      .filter((code) => codes.includes(code))
      .map((code) => entry(code, ['disabled'], { from: ['disablelanguages'], value: true })),
    ...ruleEntries(site, codes),
  ]
}

function languagesOfSite(site: HugoTable): readonly string[] {
  const given = isRecord(site.languages) ? Object.keys(site.languages) : []
  return given.length > 0 ? given : [mainLanguage(site)]
}

const mainLanguage = (site: HugoTable) => String(asText(site.defaultcontentlanguage) ?? 'en').toLowerCase()

const entry = (code: string, keys: readonly string[], rest: Omit<HugoEntry, 'to'>): HugoEntry => ({
  to: ['languages', code, ...keys],
  ...rest,
})

/** `pt-br` is `pt-BR`; what is no language at all is left to the schema. */
function canonical(code: string): string {
  try {
    return Intl.getCanonicalLocales(code)[0] ?? code
  } catch {
    return code
  }
}

/** Where a list of permalinks has some for one language only, each language has a list of its own. */
function ruleEntries({ permalinks }: HugoTable, codes: readonly string[]): readonly HugoEntry[] {
  if (!Array.isArray(permalinks) || permalinks.every((rule) => languagesOf(rule) === undefined)) return []
  return codes.map((code) => ({
    from: ['permalinks'],
    to: ['languages', code, 'urls', 'rules'],
    value: rulesFor(permalinks, code),
  }))
}
