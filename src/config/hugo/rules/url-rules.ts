import { isRecord } from '../../merge-records.ts'
import type { HugoContext, HugoRule } from '../hugo-rule.ts'
import { asFlag, asLowerText, asNumber, asOpposite, asText, asTexts, valueAt } from '../read-values.ts'

/** Addresses. */
export const urlRules: readonly HugoRule[] = [
  { from: 'permalinks', to: 'urls.permalinks', read: readPermalinks },
  { from: 'permalinks', to: 'urls.rules', read: readRules },
  { from: 'uglyurls', to: 'urls.ugly', read: readUgly },
  { from: 'disablepathtolower', to: 'urls.keepCase', read: asFlag },
  { from: 'removepathaccents', to: 'urls.removeAccents', read: asFlag },
  { from: 'disablealiases', to: 'urls.aliasPages', read: asOpposite },
  { from: 'disabledefaultlanguageredirect', to: 'urls.languageRedirect', siteOnly: true, read: asOpposite },
  { from: 'disabledefaultsiteredirect', to: 'urls.languageRedirect', siteOnly: true, read: asOpposite },
  { from: 'pagination', to: 'pagination', inner: [], read: readPagination },
  { from: 'pagination.pagersize', to: 'pagination.size', read: asNumber },
  { from: 'pagination.path', to: 'pagination.path', read: asText },
]

/** By section, or by kind and section. */
function readPermalinks(value: unknown): unknown {
  if (Array.isArray(value)) return undefined
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, pattern]) => [
      section(key),
      isRecord(pattern)
        ? Object.fromEntries(Object.entries(pattern).map(([name, inner]) => [section(name), inner]))
        : pattern,
    ]),
  )
}

/** Since 0.161 also as a list of patterns, each with the pages that it is for. */
function readRules(value: unknown, { language }: HugoContext): unknown {
  return Array.isArray(value) ? rulesFor(value, language) : undefined
}

/** Those that are for a language: all that name none. */
export const rulesFor = (rules: readonly unknown[], language: string | undefined): readonly unknown[] =>
  rules.filter((rule) => isFor(rule, language)).map(readRule)

/** " " and "/" are the root section. */
const section = (name: string) => name.replace(/^[ /]+|[ /]+$/g, '') || '/'

function readRule(rule: unknown): unknown {
  if (!isRecord(rule)) return rule
  const { pattern, target } = rule
  const kind = asLowerText(valueAt(target, 'kind'))
  const path = asLowerText(valueAt(target, 'path'))
  return { pattern, ...(kind !== undefined && { kind }), ...(path !== undefined && { path }) }
}

function isFor(rule: unknown, language: string | undefined): boolean {
  const wanted = languagesOf(rule)
  return wanted === undefined || (language !== undefined && wanted.includes(language))
}

export function languagesOf(rule: unknown): readonly string[] | undefined {
  const languages =
    valueAt(rule, 'target.sites.matrix.languages') ?? valueAt(rule, 'target.lang') ?? undefined
  const texts = asTexts(languages)
  if (languages === undefined || !Array.isArray(texts)) return undefined
  // `{en,fr}` is a glob of both.
  return texts.flatMap((text) =>
    String(text)
      .replace(/^\{|\}$/g, '')
      .split(','),
  )
}

function readUgly(value: unknown): unknown {
  if (!isRecord(value)) return asFlag(value)
  return Object.fromEntries(Object.entries(value).map(([name, flag]) => [name, asFlag(flag)]))
}

/** Hugo takes the table of a language for the whole of it: what is left out is not that of the site. */
function readPagination(value: unknown): unknown {
  return isRecord(value) ? { size: 10, path: 'page' } : value
}
