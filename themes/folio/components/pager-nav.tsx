import type { Pager, SiteView } from 'inkseal/theme'
import { word } from './words.ts'

type Props = {
  readonly site: SiteView
  readonly pager: Pager
  /** What the list is of: posts are in the order of time. */
  readonly of: 'posts' | 'terms'
}

/** The way to the neighbouring pages of a list; nothing where the list has one page. */
export function PagerNav({ site, pager, of }: Props) {
  if (pager.count < 2) return null
  return (
    <nav class="pager" aria-label={word(site, 'pages')}>
      <span>
        {pager.previous && (
          <a href={pager.previous} rel="prev">
            {word(site, of === 'posts' ? 'newer_posts' : 'previous')}
          </a>
        )}
      </span>
      <span class="meta">
        {pager.number} / {pager.count}
      </span>
      <span>
        {pager.next && (
          <a href={pager.next} rel="next">
            {word(site, of === 'posts' ? 'older_posts' : 'next')}
          </a>
        )}
      </span>
    </nav>
  )
}
