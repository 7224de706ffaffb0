import * as v from 'valibot'
import { text } from './values.ts'

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

const isWeb = ({ protocol }: URL) => protocol === 'https:' || protocol === 'http:'

const zone = v.pipe(text, v.check(isTimeZone, 'It must be an IANA time zone, such as Europe/Berlin'))

export const languageTag = v.pipe(text, v.check(isLanguage, 'It must be a language tag, such as en or pt-BR'))

/** What may differ in each language. */
export const titleEntries = {
  title: v.optional(text),
  description: v.optional(v.string()),
  timeZone: v.optional(zone),
  author: v.optional(text),
  copyright: v.optional(v.string()),
}

export const siteSchema = v.strictObject({
  url: v.optional(origin),
  language: v.optional(languageTag),
  ...titleEntries,
})

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
