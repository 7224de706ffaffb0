import * as v from 'valibot'
import { isPlugin } from './is-plugin.ts'

const text = v.pipe(v.string(), v.nonEmpty('It must not be empty'))
const count = v.pipe(
  v.number(),
  v.integer('It must be a whole number'),
  v.minValue(1, 'It must be at least 1'),
)
const port = v.pipe(
  v.number(),
  v.integer('It must be a whole number'),
  v.minValue(1, 'It must be a port, 1 to 65535'),
  v.maxValue(65535, 'It must be a port, 1 to 65535'),
)
const plugins = v.array(
  v.pipe(
    v.unknown(),
    v.check(isPlugin, 'It must be a plugin itself, which the config imports, or [plugin, options]'),
  ),
)
const theme = v.pipe(
  text,
  v.check((value) => !/[\\/]|^\.+$/.test(value), 'It must be the name of a folder in themes/'),
)

/** An origin: a path would have to be in every link that an author writes. */
const origin = v.pipe(
  text,
  v.check((value) => URL.canParse(value), 'It must be a URL, such as https://example.org'),
  v.check((value) => !URL.canParse(value) || isWeb(new URL(value)), 'It must begin with https:// or http://'),
  v.check(
    (value) => !URL.canParse(value) || ['', '/'].includes(new URL(value).pathname),
    'It must not have a path: https://example.org',
  ),
)

const zone = v.pipe(text, v.check(isTimeZone, 'It must be an IANA time zone, such as Europe/Berlin'))
const language = v.pipe(text, v.check(isLanguage, 'It must be a language tag, such as en or pt-BR'))

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

/** The config as an author writes it; `UserConfig` documents each key. */
export const schema = v.strictObject({
  site: v.optional(
    v.strictObject({
      url: v.optional(origin),
      title: v.optional(text),
      description: v.optional(v.string()),
      language: v.optional(language),
      timeZone: v.optional(zone),
      author: v.optional(text),
    }),
  ),
  theme: v.optional(theme),
  menu: v.optional(v.array(v.strictObject({ title: text, url: text }))),
  taxonomies: v.optional(v.record(text, plural)),
  pagination: v.optional(v.strictObject({ size: v.optional(count) })),
  feeds: v.optional(v.strictObject({ size: v.optional(count) })),
  markdown: v.optional(
    v.strictObject({ remarkPlugins: v.optional(plugins), rehypePlugins: v.optional(plugins) }),
  ),
  params: v.optional(v.record(v.string(), v.unknown())),
  server: v.optional(
    v.strictObject({ host: v.optional(text), httpPort: v.optional(port), httpsPort: v.optional(port) }),
  ),
  acme: v.optional(
    v.strictObject({
      agreeTos: v.boolean(),
      directory: v.optional(text),
      names: v.optional(v.pipe(v.array(text), v.minLength(1, 'It must hold at least one name'))),
      email: v.optional(v.pipe(v.string(), v.email('It must be an email address'))),
      profile: v.optional(text),
      trustedRoot: v.optional(text),
    }),
  ),
})

const isWeb = ({ protocol }: URL) => protocol === 'https:' || protocol === 'http:'

function isTimeZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }))
  } catch {
    return false
  }
}

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}
