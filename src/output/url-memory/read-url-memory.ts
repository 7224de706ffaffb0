import path from 'node:path'
import { placeAt } from '../../base/place-at.ts'
import { readIfThere } from '../../base/read-if-there.ts'
import { SiteError } from '../../base/site-error.ts'
import { emptyMemory, type RememberedPage, URL_MEMORY_FILE, type UrlMemory } from './url-memory.ts'

/**
 * Reads what a site remembers of its addresses; one that has never been built remembers nothing.
 *
 * @throws SiteError output/urls, with the place: a damaged file is never written over
 */
export async function readUrlMemory(root: string): Promise<UrlMemory> {
  const bytes = await readIfThere(path.join(root, URL_MEMORY_FILE))
  return bytes ? parseUrlMemory(bytes.toString()) : emptyMemory
}

/** @throws SiteError output/urls */
export function parseUrlMemory(text: string): UrlMemory {
  const conflict = /^(<{7}|={7}|>{7})( |\r?$)/m.exec(text)
  if (conflict) {
    throw unreadable({
      reason: 'git has left both sides of a merge in it',
      hint: 'Keep the lines of both sides, and take the three lines of marks out',
      place: placeAt(URL_MEMORY_FILE, text, conflict.index),
    })
  }
  const memory = parseJson(text)
  if (isMemory(memory)) return { pages: memory.pages, moved: memory.moved, gone: memory.gone }
  const keys = wrongKeys(memory)
  throw unreadable({
    reason:
      keys.length > 0
        ? `what it says of ${keys.join(' → ')} is not what Inkseal writes there`
        : 'it is not what Inkseal writes',
    place: placeOfKeys(keys, text),
  })
}

// By hand: of ten thousand pages, a schema takes ten times as long as to parse them.
const isMemory = (value: unknown): value is UrlMemory => isRecord(value) && wrongKeys(value).length === 0

/** Leads to the first thing in it that is not as it should be. */
function wrongKeys(memory: unknown): readonly string[] {
  if (!isRecord(memory)) return []
  const { pages, moved, gone } = memory
  if (!isRecord(pages)) return ['pages']
  for (const source in pages) {
    const wrong = wrongKeyOf(pages[source])
    if (wrong !== undefined) return ['pages', source, wrong].filter((key) => key !== '')
  }
  if (!isRecord(moved)) return ['moved']
  for (const url in moved) if (typeof moved[url] !== 'string') return ['moved', url]
  if (!Array.isArray(gone)) return ['gone']
  const wrong = gone.findIndex((url) => typeof url !== 'string')
  return wrong === -1 ? [] : ['gone', String(wrong)]
}

/** Empty where it is the page itself. */
function wrongKeyOf(page: unknown): keyof RememberedPage | '' | undefined {
  if (!isRecord(page)) return ''
  const { url, title, date, sketch } = page
  if (typeof url !== 'string') return 'url'
  if (typeof title !== 'string') return 'title'
  if (date !== undefined && typeof date !== 'string') return 'date'
  return sketch !== undefined && typeof sketch !== 'string' ? 'sketch' : undefined
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const position = Number(/position (\d+)/.exec(reason)?.[1] ?? text.trimEnd().length)
    throw unreadable({
      reason: `it is not valid JSON (${reason.replace(/ in JSON at position.*| \(line \d.*/s, '')})`,
      place: placeAt(URL_MEMORY_FILE, text, position),
    })
  }
}

/** The line that holds the last of the keys, after those that hold the ones before. */
function placeOfKeys(keys: readonly string[], text: string) {
  let offset = 0
  for (const key of keys) {
    const found = text.indexOf(JSON.stringify(key), offset)
    if (found === -1) break
    offset = found
  }
  return placeAt(URL_MEMORY_FILE, text, offset)
}

type Fault = {
  readonly reason: string
  readonly hint?: string
  readonly place: ReturnType<typeof placeAt>
}

function unreadable({ reason, hint, place }: Fault): SiteError {
  return new SiteError({
    code: 'output/urls',
    message: `Cannot read ${URL_MEMORY_FILE}: ${reason}`,
    hint: hint ?? 'Mend it there, or take the version of your last commit; a build does not write over it',
    place,
  })
}
