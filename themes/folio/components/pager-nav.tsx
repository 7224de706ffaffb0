import type { Pager, SiteView } from 'inkseal/theme'
import { word } from './words.ts'

type Props = { readonly site: SiteView; readonly pager: Pager }

/** The way to the neighbouring pages of a list; nothing where the list has one page. */
export function PagerNav({ site, pager }: Props) {
  if (pager.count < 2) return null
  return (
    <nav class="pager" aria-label={word(site, 'pages')}>
      <span>
        {pager.previous && (
          <a href={pager.previous} rel="prev">
            {word(site, 'newer_posts')}
          </a>
        )}
      </span>
      <span class="meta">
        {pager.number} / {pager.count}
      </span>
      <span>
        {pager.next && (
          <a href={pager.next} rel="next">
            {word(site, 'older_posts')}
          </a>
        )}
      </span>
    </nav>
  )
}
