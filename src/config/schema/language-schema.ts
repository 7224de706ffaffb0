import * as v from 'valibot'
import { cascadeSchema, datesSchema, taxonomiesSchema, titlesSchema } from './content-schema.ts'
import { markdownSchema } from './markdown-schema.ts'
import { menuSchema, menusSchema } from './menu-schema.ts'
import { disableSchema, feedsSchema, outputsSchema, relatedSchema, sitemapSchema } from './output-schema.ts'
import { languageTag, titleEntries } from './site-schema.ts'
import { paginationPath, urlsSchema } from './url-schema.ts'
import { count, oneOf, params, recordOf, text, texts } from './values.ts'

/** What may be said of the whole site, and of one language. */
export const sharedEntries = {
  menu: v.optional(menuSchema),
  menus: v.optional(menusSchema),
  sectionPagesMenu: v.optional(text),
  mainSections: v.optional(texts),
  params: v.optional(params),
  taxonomies: v.optional(taxonomiesSchema),
  urls: v.optional(urlsSchema),
  pagination: v.optional(v.strictObject({ size: v.optional(count), path: v.optional(paginationPath) })),
  feeds: v.optional(feedsSchema),
  outputs: v.optional(outputsSchema),
  disable: v.optional(disableSchema),
  sitemap: v.optional(sitemapSchema),
  cascade: v.optional(cascadeSchema),
  dates: v.optional(datesSchema),
  titles: v.optional(titlesSchema),
  related: v.optional(relatedSchema),
  hasCjk: v.optional(v.boolean()),
  markdown: v.optional(markdownSchema),
}

const language = v.strictObject({
  name: v.optional(text),
  locale: v.optional(languageTag),
  weight: v.optional(v.number()),
  direction: v.optional(oneOf('ltr', 'rtl')),
  contentDir: v.optional(text),
  disabled: v.optional(v.boolean()),
  ...titleEntries,
  ...sharedEntries,
})

export const languagesSchema = recordOf(languageTag, language)
