import type { TermsProps } from 'inkseal/theme'
import { Leaf } from '../components/leaf.tsx'
import { Masthead } from '../components/masthead.tsx'
import { PagerNav } from '../components/pager-nav.tsx'
import { RawHtml } from '../components/raw-html.tsx'

/** All terms of a taxonomy, set like the index at the back of a book. */
export default function Terms({ site, head, page, terms, pager }: TermsProps) {
  return (
    <Leaf site={site} head={head} page={page}>
      <Masthead title={page.title} description={page.description} pager={pager} />
      {pager.number === 1 && page.html && <RawHtml class="prose" html={page.html} />}
      <ul class="index">
        {terms.map(({ title, url, count }) => (
          <li key={url}>
            <a href={url}>{title}</a>
            <span class="leader" />
            <span>
              {count}
              <span class="sr-only"> {count === 1 ? 'post' : 'posts'}</span>
            </span>
          </li>
        ))}
      </ul>
      <PagerNav site={site} pager={pager} of="terms" />
    </Leaf>
  )
}
