import * as v from 'valibot'
import { ignoreSchema, showSchema } from './schema/content-schema.ts'
import { languagesSchema, sharedEntries } from './schema/language-schema.ts'
import { acmeSchema, serverSchema } from './schema/server-schema.ts'
import { siteSchema } from './schema/site-schema.ts'
import { foldersSchema } from './schema/url-schema.ts'
import { oneOf, text } from './schema/values.ts'

const theme = v.pipe(
  text,
  v.check((value) => !/[\\/]|^\.+$/.test(value), 'It must be the name of a folder in themes/'),
)

/** The config as an author writes it; `UserConfig` documents each key. */
export const schema = v.strictObject({
  site: v.optional(siteSchema),
  languages: v.optional(languagesSchema),
  defaultLanguage: v.optional(text),
  defaultLanguageInSubfolder: v.optional(v.boolean()),
  theme: v.optional(theme),
  ...sharedEntries,
  folders: v.optional(foldersSchema),
  ignore: v.optional(ignoreSchema),
  show: v.optional(showSchema),
  brokenLinks: v.optional(oneOf('error', 'warning', 'ignore')),
  missingLayouts: v.optional(oneOf('error', 'warning')),
  llms: v.optional(v.boolean()),
  cards: v.optional(v.union([v.boolean(), v.pipe(v.number(), v.integer(), v.minValue(0))])),
  server: v.optional(serverSchema),
  acme: v.optional(acmeSchema),
})
