import type { FrontMatter } from './matter/front-matter.ts'
import type { PageState } from './page.ts'

/** Whether readers may see a page at a moment, in milliseconds since 1970. */
export function stateOf({ draft, publishDate, expiryDate }: FrontMatter, now: number): PageState {
  if (draft) return 'draft'
  if (publishDate && publishDate.getTime() > now) return 'future'
  if (expiryDate && expiryDate.getTime() <= now) return 'expired'
  return 'published'
}
