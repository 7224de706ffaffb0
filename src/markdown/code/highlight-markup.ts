import { createRequire } from 'node:module'
import type { HLJSApi, Language, LanguageFn } from 'highlight.js'
import { embedded, grammarOf } from './grammars.ts'

/** More is printed without colours: a grammar takes its time, and nobody reads that much. */
const LONGEST = 400_000

/**
 * A program's text as HTML with highlight.js's spans, as highlight.js writes it; undefined where no grammar reads the
 * language. Grammars are loaded one by one, as pages need them: they are required, not imported, so that a page needs
 * not wait.
 */
export function highlightMarkup(code: string, language: string): string | undefined {
  const grammar = grammarOf(language)
  if (grammar === undefined || code.length > LONGEST) return undefined
  const highlighter = require('highlight.js/lib/core') as HLJSApi
  register(grammar, highlighter)
  return highlighter.highlight(code, { language: grammar, ignoreIllegals: true }).value
}

const require = createRequire(import.meta.url)

/** With all that runs inside of it: none may lack what a page beside this one happens to have loaded. */
function register(grammar: string, highlighter: HLJSApi): void {
  if (highlighter.getLanguage(grammar)) return
  for (const name of withEmbedded(grammar)) {
    if (highlighter.getLanguage(name)) continue
    const define = load(name)
    highlighter.registerLanguage(name, (api) => limit(define(api), embedded[name] ?? []))
  }
}

function withEmbedded(grammar: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(grammar)) return found
  found.add(grammar)
  for (const inner of embedded[grammar] ?? []) withEmbedded(inner, found)
  return found
}

function load(grammar: string): LanguageFn {
  const loaded: unknown = require(`highlight.js/lib/languages/${grammar}`)
  if (!isLanguage(loaded)) throw new TypeError(`highlight.js has no grammar ${grammar}`)
  return loaded
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
