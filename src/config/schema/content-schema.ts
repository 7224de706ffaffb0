import * as v from 'valibot'
import { oneOf, params, recordOf, text, texts } from './values.ts'

/** Front matter fields that say something already: a list of terms cannot stand under their names. */
const fields = new Set(
  (
    'title linkTitle description summary draft weight slug url layout aliases params ' +
    'date publishDate pubDate published lastmod modified expiryDate unpublishDate'
  )
    .toLowerCase()
    .split(' '),
)

const plural = v.pipe(
  text,
  v.check(
    (value) => !fields.has(value.toLowerCase()),
    'It must not be a front matter field that says something else',
  ),
)

export const taxonomiesSchema = recordOf(text, plural)

export const cascadeSchema = v.array(params)

export const datesSchema = v.strictObject({
  date: v.optional(texts),
  lastmod: v.optional(texts),
  publishDate: v.optional(texts),
  expiryDate: v.optional(texts),
})

export const titlesSchema = v.strictObject({
  style: v.optional(oneOf('ap', 'chicago', 'go', 'firstupper', 'none')),
  capitalizeLists: v.optional(v.boolean()),
  pluralizeLists: v.optional(v.boolean()),
})

export const ignoreSchema = v.array(
  v.pipe(
    v.unknown(),
    v.check(
      (value) => (typeof value === 'string' && value !== '') || value instanceof RegExp,
      'It must be a glob in quotes, or a regular expression',
    ),
  ),
)

export const showSchema = v.array(oneOf('draft', 'future', 'expired'))
