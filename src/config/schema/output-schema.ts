import * as v from 'valibot'
import { count, fileName, oneOf, text } from './values.ts'

const formats = v.array(oneOf('html', 'rss', 'atom', 'json', 'markdown'))

export const outputsSchema = v.strictObject({
  home: v.optional(formats),
  section: v.optional(formats),
  page: v.optional(formats),
  taxonomy: v.optional(formats),
  term: v.optional(formats),
})

export const feedsSchema = v.strictObject({
  size: v.optional(count),
  names: v.optional(
    v.strictObject({
      rss: v.optional(fileName),
      atom: v.optional(fileName),
      json: v.optional(fileName),
    }),
  ),
  content: v.optional(oneOf('full', 'summary')),
})

const disabled: readonly string[] = [
  'home',
  'section',
  'page',
  'taxonomy',
  'term',
  'rss',
  'sitemap',
  'robotsTXT',
  '404',
]

export const disableSchema = v.array(
  v.pipe(
    v.string(),
    v.check(
      (value) => disabled.some((name) => name.toLowerCase() === value.toLowerCase()),
      `It must be one of ${disabled.join(', ')}`,
    ),
  ),
)

export const sitemapSchema = v.strictObject({
  name: v.optional(fileName),
  changeFrequency: v.optional(oneOf('always', 'hourly', 'daily', 'weekly', 'monthly', 'yearly', 'never')),
  priority: v.optional(
    v.pipe(v.number(), v.minValue(0, 'It must be 0 to 1'), v.maxValue(1, 'It must be 0 to 1')),
  ),
})

const percent = v.pipe(
  v.number(),
  v.minValue(0, 'It must be 0 to 100'),
  v.maxValue(100, 'It must be 0 to 100'),
)

export const relatedSchema = v.strictObject({
  threshold: v.optional(percent),
  includeNewer: v.optional(v.boolean()),
  toLower: v.optional(v.boolean()),
  indices: v.optional(
    v.array(
      v.strictObject({
        name: text,
        weight: v.optional(v.number()),
        type: v.optional(oneOf('basic', 'fragments')),
        pattern: v.optional(text),
        toLower: v.optional(v.boolean()),
        cardinalityThreshold: v.optional(percent),
      }),
    ),
  ),
})
