import { isPublishedAs } from '../../content/formats-of.ts'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'

/** Where a page lies as Markdown: `/posts/a/index.md`, or `/posts/a.md` beside a file; undefined where it does not. */
export function markdownUrlOf(page: Page, { config }: Pick<Site, 'config'>): string | undefined {
  if (!isPublishedAs(page, 'markdown', config)) return undefined
  return page.url.endsWith('/') ? `${page.url}index.md` : page.url.replace(/\.[^/.]*$/, '.md')
}
