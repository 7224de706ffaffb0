import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { listFiles } from '../../src/content/scan/scan.ts'
import type { Dump, PageDump, SiteDump } from './dump.ts'
import { headingsIn, outlineOf, parseHtml, pathOf, plainText } from './html-facts.ts'
import { readListings } from './read-listings.ts'
import { run } from './run.ts'

export type HugoOptions = {
  readonly program: string
  /** A copy of the site, with the layouts that print JSON. */
  readonly root: string
  readonly flags: readonly string[]
}

/** Builds with Hugo and reads what it made. Fails with what Hugo says where it cannot. */
export async function buildByHugo({ program, root, flags }: HugoOptions): Promise<Dump> {
  const out = path.join(root, 'public')
  const { code, stdout, stderr } = await run(
    program,
    ['--noBuildLock', '--destination', out, '--cacheDir', path.join(root, '.cache'), ...flags],
    { cwd: root },
  )
  if (code !== 0) throw new Error(`hugo ended with ${code}:\n${stdout}${stderr}`)
  const files = await listFiles(out)
  const aliases: Record<string, string> = {}
  const pages: Record<string, PageDump> = {}
  const sites: Record<string, SiteDump> = {}
  const later = new Map<string, string[]>()
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const printed = parsePrinted(await readFile(path.join(out, file), 'utf8'))
    if (printed === undefined) continue
    if (typeof printed.alias === 'string') aliases[file] = pathOf(printed.alias)
    else if (printed.number === 1) {
      pages[urlOf(printed.url)] = pageOf(printed)
      if (isFields(printed.site)) sites[text(printed.language)] = siteOf(printed.site)
    } else if (printed.number !== 0) {
      const url = urlOf(printed.url)
      const parts = later.get(url) ?? []
      parts[Number(printed.number)] = urls(printed.paginated).join('\n')
      later.set(url, parts)
    }
  }
  for (const [url, parts] of later) {
    const page = pages[url]
    if (!page?.lists) continue
    const paginated = [...page.lists.paginated, ...parts.filter(Boolean).flatMap((part) => part.split('\n'))]
    pages[url] = { ...page, lists: { ...page.lists, paginated } }
  }
  return {
    files,
    aliases,
    pages: sorted(pages),
    sites: sorted(sites),
    listings: await readListings(out, files),
  }
}

type Fields = Readonly<Record<string, unknown>>

/** Undefined for a file that none of our layouts printed. */
function parsePrinted(printed: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(printed)
    return isFields(value) && ('alias' in value || 'number' in value) ? value : undefined
  } catch {
    return undefined
  }
}

function pageOf(printed: Fields): PageDump {
  const content = parseHtml(text(printed.content))
  return {
    kind: text(printed.kind),
    language: text(printed.language),
    section: text(printed.section),
    type: text(printed.type),
    layout: text(printed.layout),
    file: text(printed.file),
    title: text(printed.title),
    linkTitle: text(printed.linkTitle),
    description: text(printed.description),
    keywords: list(printed.keywords).map(text),
    draft: printed.draft === true,
    weight: Number(printed.weight),
    date: dateOf(printed.date),
    lastmod: dateOf(printed.lastmod),
    publishDate: dateOf(printed.publishDate),
    expiryDate: dateOf(printed.expiryDate),
    terms: sorted(
      Object.fromEntries(
        Object.entries(fields(printed.terms)).map(([name, terms]) => [
          name,
          list(terms).map((term) => text(fields(term).title)),
        ]),
      ),
    ),
    translations: urls(printed.translations),
    previous: urlOf(printed.previous),
    next: urlOf(printed.next),
    headings: headingsIn(content),
    contents: outlineOf(parseHtml(text(printed.contents))),
    summary: plainText(parseHtml(text(printed.summary))),
    truncated: printed.truncated === true,
    words: Number(printed.words),
    minutes: Number(printed.minutes),
    text: plainText(content),
    resources: list(printed.resources).map(
      (item) => `${text(fields(item).name)}: ${text(fields(item).title)}`,
    ),
    lists: printed.kind === 'page' ? undefined : listsOf(printed),
  }
}

const listsOf = (printed: Fields) => ({
  paginated: urls(printed.paginated),
  terms: list(printed.alphabetical)
    .map(fields)
    .map((term) => `${term.count} ${text(term.title)} ${urlOf(term.url)}`),
})

const siteOf = (site: Fields): SiteDump => ({
  title: text(site.title),
  regular: urls(site.regular),
  menus: sorted(
    Object.fromEntries(Object.entries(fields(site.menus)).map(([name, entries]) => [name, menuOf(entries)])),
  ),
})

const menuOf = (entries: unknown, indent = ''): readonly string[] =>
  list(entries)
    .map(fields)
    .flatMap((entry) => [
      `${indent}${text(entry.name)} ${urlOf(entry.url)} ${Number(entry.weight)}`,
      ...menuOf(entry.children, `${indent}  `),
    ])

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const fields = (value: unknown): Fields => (isFields(value) ? value : {})
const urlOf = (value: unknown) =>
  text(value).includes('://') || /[?#]/.test(text(value)) ? text(value) : pathOf(text(value))
const urls = (value: unknown) => list(value).map(urlOf)

/** Go's zero time is none. */
const dateOf = (value: unknown) =>
  text(value).startsWith('0001-01-01') || text(value) === '' ? '' : new Date(text(value)).toISOString()

const sorted = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
