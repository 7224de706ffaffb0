import { isRecord } from '../../merge-records.ts'
import type { HugoContext, HugoRule } from '../hugo-rule.ts'
import { feedNames, formatsOf } from '../output-formats.ts'
import { asCount, asFlag, asLowerText, asNumber, asText, asTexts } from '../read-values.ts'

/** What is published. */
export const outputRules: readonly HugoRule[] = [
  { from: 'outputs', to: 'outputs', read: readOutputs },
  { from: 'outputformats', to: 'feeds.names', siteOnly: true, read: (_value, { site }) => feedNames(site) },
  { from: 'rsslimit', to: 'feeds.size', read: readLimit },
  { from: 'services.rss.limit', to: 'feeds.size', read: readLimit },
  { from: 'disablekinds', to: 'disable', read: readKinds },
  {
    from: 'enablerobotstxt',
    to: 'disable',
    read: (value) => (asFlag(value) === false ? ['robotsTXT'] : undefined),
  },
  { from: 'sitemap.filename', to: 'sitemap.name', read: asText },
  { from: 'sitemap.changefreq', to: 'sitemap.changeFrequency', read: asLowerText },
  { from: 'sitemap.priority', to: 'sitemap.priority', read: readPriority },
  {
    from: 'sitemap.disable',
    to: 'disable',
    read: (value) => (asFlag(value) === true ? ['sitemap'] : undefined),
  },
]

/** What Hugo makes of each kind where nothing is said. */
export const hugoOutputs = {
  home: ['html', 'rss'],
  section: ['html', 'rss'],
  page: ['html'],
  taxonomy: ['html', 'rss'],
  term: ['html', 'rss'],
}

/** Hugo takes the outputs of a language for the whole of them. */
function readOutputs(value: unknown, { site, language }: HugoContext): unknown {
  if (!isRecord(value)) return value
  const own = Object.entries(value).flatMap(([key, formats]) => {
    const kind = key === 'taxonomyterm' ? 'taxonomy' : key
    if (!Object.hasOwn(hugoOutputs, kind)) return []
    const names = asTexts(formats)
    return [[kind, Array.isArray(names) ? formatsOf(names, site) : names]]
  })
  return { ...(language !== undefined && hugoOutputs), ...Object.fromEntries(own) }
}

/** Below 0 is without a limit. */
function readLimit(value: unknown): unknown {
  const limit = asCount(value)
  return typeof limit === 'number' && limit < 0 ? Number.MAX_SAFE_INTEGER : limit
}

/** Hugo's -1 is none. */
function readPriority(value: unknown): unknown {
  const priority = asNumber(value)
  return priority === -1 ? undefined : priority
}

const kinds: readonly string[] = [
  'home',
  'section',
  'page',
  'taxonomy',
  'term',
  'rss',
  'sitemap',
  'robotstxt',
  '404',
]

/** Hugo only warns of others. */
function readKinds(value: unknown): unknown {
  const names = asTexts(value)
  if (!Array.isArray(names)) return names
  return names
    .map((name) => String(name).toLowerCase())
    .map((name) => (name === 'taxonomyterm' ? 'taxonomy' : name))
    .filter((name) => kinds.includes(name))
    .map((name) => (name === 'robotstxt' ? 'robotsTXT' : name))
}
