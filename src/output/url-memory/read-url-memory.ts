import path from 'node:path'
import * as v from 'valibot'
import { placeAt, placeOfLine } from '../../base/place-at.ts'
import { readIfThere } from '../../base/read-if-there.ts'
import { SiteError } from '../../base/site-error.ts'
import { emptyMemory, URL_MEMORY_FILE, type UrlMemory } from './url-memory.ts'

const schema = v.object({
  pages: v.record(
    v.string(),
    v.object({
      url: v.string(),
      title: v.string(),
      date: v.exactOptional(v.string()),
      sketch: v.exactOptional(v.string()),
    }),
  ),
  moved: v.record(v.string(), v.string()),
  gone: v.array(v.string()),
})

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
  const conflict = text.split('\n').findIndex((line) => /^(<{7}|={7}|>{7})( |\r?$)/.test(line))
  if (conflict !== -1) {
    throw unreadable({
      reason: 'git has left both sides of a merge in it',
      hint: 'Keep the lines of both sides, and take the three lines of marks out',
      place: placeOfLine(URL_MEMORY_FILE, text, { line: conflict + 1, column: 1 }),
    })
  }
  const result = v.safeParse(schema, parseJson(text))
  if (result.success) return result.output
  const keys = (result.issues[0].path ?? []).map(({ key }) => String(key))
  const wrong = keys.filter((key) => key !== '').join(' → ')
  throw unreadable({
    reason: wrong
      ? `what it says of ${wrong} is not what Inkseal writes there`
      : 'it is not what Inkseal writes',
    place: placeOfKeys(keys, text),
  })
}

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
