import { systemClock } from '../../base/clock.ts'
import { loadConfig } from '../../config/load-config.ts'
import { collectSite } from '../../content/load-site.ts'
import type { Page, PageState } from '../../content/page.ts'
import { localTime } from '../local-time.ts'
import type { Terminal } from '../terminal.ts'

export const listings = ['all', 'drafts', 'future', 'expired', 'published'] as const
export type Listing = (typeof listings)[number]

export type ListArguments = {
  readonly root: string
  readonly which: Listing
  /** Milliseconds since 1970, where it is not to be now. */
  readonly clock?: number
  readonly json?: boolean
  readonly csv?: boolean
}

const states: Readonly<Record<Listing, readonly PageState[]>> = {
  all: ['published', 'draft', 'future', 'expired'],
  drafts: ['draft'],
  future: ['future'],
  expired: ['expired'],
  published: ['published'],
}

/** `inkseal list`: the pages that an author has written, newest first. */
export async function runList(
  { root, which, ...options }: ListArguments,
  terminal: Terminal,
): Promise<number> {
  const config = await loadConfig(root)
  const now = options.clock ?? systemClock()
  const { sites, errors } = await collectSite(config, { now, show: ['draft', 'future', 'expired'] })
  const pages = sites
    .flatMap((site) => site.pages)
    .filter(({ source, state }) => source && states[which].includes(state))
    .sort((a, b) => (b.matter.date?.getTime() ?? 0) - (a.matter.date?.getTime() ?? 0))
  const { url, timeZone } = config.site
  const rows = pages.map((page) => rowOf(page, { origin: url, timeZone }))
  if (options.json) terminal.print(JSON.stringify(rows))
  else if (options.csv) terminal.print(await toCsv(rows))
  else
    terminal.print(
      pages.length > 0 ? toTable(pages, timeZone) : `No page is ${which === 'all' ? 'there' : which}`,
    )
  terminal.report(errors)
  return errors.length > 0 ? 1 : 0
}

/** Hugo's columns, so that scripts around `hugo list` go on. */
type RowContext = { readonly origin: string; readonly timeZone: string }

function rowOf({ source, title, url, kind, section, matter }: Page, { origin, timeZone }: RowContext) {
  const shown = (date: Date | undefined) => (date ? localTime(date.getTime(), timeZone) : '')
  return {
    path: source?.path ?? '',
    slug: matter.slug ?? '',
    title,
    date: shown(matter.date),
    expiryDate: shown(matter.expiryDate),
    publishDate: shown(matter.publishDate),
    draft: matter.draft,
    permalink: origin + url,
    kind,
    section,
  }
}

async function toCsv(rows: readonly object[]): Promise<string> {
  const { default: papaparse } = await import('papaparse')
  return papaparse.unparse([...rows], { newline: '\n' })
}

/** The day that decides: that of a future page is when it appears. */
const dayOf = ({ matter, state }: Page, timeZone: string) => {
  const date = state === 'future' ? (matter.publishDate ?? matter.date) : matter.date
  return date ? localTime(date.getTime(), timeZone).slice(0, 10) : ''
}

function toTable(pages: readonly Page[], timeZone: string): string {
  const lines = pages.map((page) => [dayOf(page, timeZone), page.state, page.source?.path ?? '', page.title])
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
