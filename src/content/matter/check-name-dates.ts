import path from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Site } from '../site.ts'

/** Tells of dates in file names that lack a zero and so, in Hugo and here, are none: `2015-2-9-post.md`. */
export function checkNameDates({ config, pages }: Pick<Site, 'config' | 'pages'>): readonly Diagnostic[] {
  if (!config.dates.date.includes(':filename')) return []
  return pages.flatMap(({ source, matter, id }): readonly Diagnostic[] => {
    const name = /(?:^|\/)([^/]+?)(?:\/index)?\.[^/]+$/i.exec(id)?.[1] ?? path.posix.basename(id)
    const [, year, month = '', day = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(name) ?? []
    if (!source || matter.date || year === undefined || (month.length === 2 && day.length === 2)) return []
    return [
      {
        code: 'matter/missing-date',
        severity: 'warning',
        message: `Cannot take the date of ${source.path} from its name: ${year}-${month}-${day} lacks a zero`,
        hint: `Rename it to begin with ${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
        place: { path: source.path },
      },
    ]
  })
}
