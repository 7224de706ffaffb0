import { isRecord } from '../../merge-records.ts'
import type { HugoContext, HugoRule } from '../hugo-rule.ts'
import { asFlag, asLowerText, asNumber, asRecord, asText, asTexts, valueAt } from '../read-values.ts'

const whenOn = (state: string) => (value: unknown) => (asFlag(value) === true ? [state] : undefined)

/** Where content lies, and how it is read. */
export const contentRules: readonly HugoRule[] = [
  { from: 'taxonomies', to: 'taxonomies', read: readTaxonomies },
  { from: 'cascade', to: 'cascade', read: (value) => (isRecord(value) ? [value] : value) },
  { from: 'builddrafts', to: 'show', siteOnly: true, read: whenOn('draft') },
  { from: 'buildfuture', to: 'show', siteOnly: true, read: whenOn('future') },
  { from: 'buildexpired', to: 'show', siteOnly: true, read: whenOn('expired') },
  { from: 'enablegitinfo', to: 'dates.lastmod', read: () => undefined },
  { from: 'frontmatter.date', to: 'dates.date', read: asTexts },
  { from: 'frontmatter.publishdate', to: 'dates.publishDate', read: asTexts },
  { from: 'frontmatter.expirydate', to: 'dates.expiryDate', read: asTexts },
  { from: 'frontmatter.lastmod', to: 'dates.lastmod', read: readLastmod },
  { from: 'hascjklanguage', to: 'hasCjk', read: asFlag },
  { from: 'titlecasestyle', to: 'titles.style', read: asLowerText },
  { from: 'capitalizelisttitles', to: 'titles.capitalizeLists', read: asFlag },
  { from: 'pluralizelisttitles', to: 'titles.pluralizeLists', read: asFlag },
  { from: 'reflinkserrorlevel', to: 'brokenLinks', siteOnly: true, read: readLevel },
  { from: 'related', to: 'related', read: asRelated() },
  { from: 'contentdir', to: 'folders.content', siteOnly: true, read: asText },
  { from: 'datadir', to: 'folders.data', siteOnly: true, read: asText },
  { from: 'i18ndir', to: 'folders.i18n', siteOnly: true, read: asText },
  { from: 'archetypedir', to: 'folders.archetypes', siteOnly: true, read: asText },
  { from: 'ignorefiles', to: 'ignore', siteOnly: true, read: readExpressions },
]

function readTaxonomies(value: unknown): unknown {
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, plural]) => plural !== '' && plural !== null))
}

/** Hugo's usual sources begin with git, and without `enableGitInfo` it asks none. */
function readLastmod(value: unknown, { site }: HugoContext): unknown {
  const sources = asTexts(value)
  if (!Array.isArray(sources)) return sources
  return asFlag(valueAt(site, 'enablegitinfo')) === true
    ? sources.flatMap((source) => (source === ':default' ? [':git', ':default'] : [source]))
    : sources.filter((source) => source !== ':git')
}

function readLevel(value: unknown): unknown {
  const level = asLowerText(value)
  return level === 'warning' || level === 'warn' ? 'warning' : level
}

function asRelated(): NonNullable<HugoRule['read']> {
  const index = asRecord({
    name: ['name', asText],
    weight: ['weight', asNumber],
    type: ['type', asLowerText],
    pattern: ['pattern', asText],
    tolower: ['toLower', asFlag],
    cardinalitythreshold: ['cardinalityThreshold', asNumber],
  })
  return asRecord({
    threshold: ['threshold', asNumber],
    includenewer: ['includeNewer', asFlag],
    tolower: ['toLower', asFlag],
    indices: ['indices', (value) => (Array.isArray(value) ? value.map(index) : value)],
  })
}

/** Go's expressions are JavaScript's, but for the flags that they may begin with. */
function readExpressions(value: unknown, { refuse }: HugoContext): unknown {
  const texts = asTexts(value)
  if (!Array.isArray(texts)) return texts
  return texts.flatMap((text) => {
    const [, flags = '', source = ''] = /^(?:\(\?([is]+)\))?(.*)$/s.exec(String(text)) ?? []
    try {
      return [new RegExp(source, flags)]
    } catch {
      refuse(`"${text}" is not a regular expression`, 'Write one, such as "\\\\.bak$"')
      return []
    }
  })
}
