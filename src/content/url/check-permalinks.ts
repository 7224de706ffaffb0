import type { Diagnostic } from '../../base/diagnostic.ts'
import { placeOfLine } from '../../base/place-at.ts'
import { tokenPattern } from '../../config/permalink-tokens.ts'
import type { Page } from '../page.ts'
import type { Site } from '../site.ts'
import { permalinkOf } from './permalink-of.ts'

/** Tells of pages that a pattern of addresses asks for something that they do not have. Hugo leaves it out. */
export function checkPermalinks({ config, pages }: Pick<Site, 'config' | 'pages'>): readonly Diagnostic[] {
  return pages.flatMap((page): readonly Diagnostic[] => {
    const { source, matter, kind } = page
    const pattern = matter.url ?? permalinkOf(page, config.urls)
    if (!source || kind === 'home' || pattern === undefined) return []
    const missing = missingFor(page, pattern)
    if (!missing) return []
    return [
      {
        code: 'content/empty-permalink',
        severity: 'warning',
        message: `Cannot fill in :${missing.token} of "${pattern}": the page has no ${missing.field}, so its address is ${page.url}`,
        hint: `Add to its front matter: ${missing.example}`,
        place: placeOfLine(source.path, source.text, { line: 1 }),
      },
    ]
  })
}

function missingFor({ matter }: Page, pattern: string) {
  const tokens = [...pattern.matchAll(tokenPattern)].map(([, name = '']) => name)
  const title = tokens.find((name) => name === 'title' || (name === 'slug' && matter.slug === undefined))
  if (title !== undefined && matter.title === undefined)
    return {
      token: title,
      field: title === 'title' ? 'title' : 'slug and no title',
      example: 'title: My post',
    }
  const date = tokens.find((name) => !placeTokens.has(name))
  if (date !== undefined && matter.date === undefined)
    return { token: date, field: 'date', example: 'date: 2026-11-24' }
  return undefined
}

/** Those that no date is needed for. */
const placeTokens: ReadonlySet<string> = new Set([
  ...['section', 'sections', 'sectionslug', 'sectionslugs', 'title', 'slug'],
  ...['contentbasename', 'slugorcontentbasename', 'filename', 'slugorfilename'],
])
