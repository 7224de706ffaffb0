import type { Pager } from 'inkseal/theme'

/** The way to the neighbouring pages of a list; nothing where the list has one page. */
export function PagerNav({ pager }: { readonly pager: Pager }) {
  if (pager.count < 2) return null
  return (
    <nav class="pager" aria-label="Pages">
      <span>
        {pager.previous && (
          <a href={pager.previous} rel="prev">
            Newer posts
          </a>
        )}
      </span>
      <span class="meta">
        {pager.number} / {pager.count}
      </span>
      <span>
        {pager.next && (
          <a href={pager.next} rel="next">
            Older posts
          </a>
        )}
      </span>
    </nav>
  )
}
