import type { PageView, SiteView } from 'inkseal/theme'
import { PostDate } from './post-date.tsx'
import { word } from './words.ts'

type Props = { readonly site: SiteView; readonly page: PageView; readonly date: Date }

/** When a post was written and changed, and how long it takes to read. */
export function PostMeta({ site, page, date }: Props) {
  return (
    <p class="meta">
      <PostDate site={site} date={date} />
      {page.updated && (
        <span>
          {word(site, 'updated')} <PostDate site={site} date={page.updated} />
        </span>
      )}
      <span>
        {page.minutes} {word(site, 'minutes')}
      </span>
    </p>
  )
}
