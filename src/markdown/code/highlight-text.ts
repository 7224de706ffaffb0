import type { ElementContent } from 'hast'
import type { HLJSApi, Language, LanguageFn } from 'highlight.js'
import { parseMarkup } from '../parse-markup.ts'
import { embedded, grammarOf } from './grammars.ts'

/** More is printed without colours: a grammar takes its time, and nobody reads that much. */
const LONGEST = 400_000

/**
 * The coloured text of a program in highlight.js's spans; undefined where no grammar reads the language. Grammars are
 * loaded one by one, as pages need them.
 */
export async function highlightText(code: string, language: string): Promise<ElementContent[] | undefined> {
  const grammar = grammarOf(language)
  if (grammar === undefined || code.length > LONGEST) return undefined
  const { default: highlighter } = await import('highlight.js/lib/core')
  await register(grammar, highlighter)
  return parseMarkup(highlighter.highlight(code, { language: grammar, ignoreIllegals: true }).value)
}

/** All at once, so that a page beside this one never meets a grammar that lacks what runs inside of it. */
async function register(grammar: string, highlighter: HLJSApi): Promise<void> {
  const missing = [...withEmbedded(grammar)].filter((name) => !highlighter.getLanguage(name))
  const loaded = await Promise.all(missing.map(async (name) => ({ name, define: await load(name) })))
  for (const { name, define } of loaded) {
    if (highlighter.getLanguage(name)) continue
    highlighter.registerLanguage(name, (api) => limit(define(api), embedded[name] ?? []))
  }
}

function withEmbedded(grammar: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(grammar)) return found
  found.add(grammar)
  for (const inner of embedded[grammar] ?? []) withEmbedded(inner, found)
  return found
}

async function load(grammar: string): Promise<LanguageFn> {
  const loaded: unknown = await import(`highlight.js/lib/languages/${grammar}`)
  if (typeof loaded !== 'object' || loaded === null || !('default' in loaded) || !isLanguage(loaded.default))
    throw new TypeError(`highlight.js has no grammar ${grammar}`)
  return loaded.default
}

const isLanguage = (value: unknown): value is LanguageFn => typeof value === 'function'

/** An empty list means "any language that happens to be loaded": output would depend on other pages. */
function limit(language: Language, inner: readonly string[]): Language {
  const seen = new Set<unknown>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof RegExp || seen.has(value)) return
    seen.add(value)
    if ('subLanguage' in value && Array.isArray(value.subLanguage) && value.subLanguage.length === 0)
      value.subLanguage = [...inner]
    Object.values(value).forEach(visit)
  }
  visit(language)
  return language
}
