import type { ListProps } from 'inkseal/theme'
import { EntryList } from '../components/entry-list.tsx'
import { Leaf } from '../components/leaf.tsx'
import { Masthead } from '../components/masthead.tsx'
import { PagerNav } from '../components/pager-nav.tsx'
import { RawHtml } from '../components/raw-html.tsx'

/** The front page: the site's name and one line about it, then the posts, newest first. */
export default function Home({ site, head, page, entries, pager }: ListProps) {
  return (
    <Leaf site={site} head={head} page={page}>
      <Masthead title={page.title} description={page.description} pager={pager} />
      {pager.number === 1 && page.html && <RawHtml class="prose" html={page.html} />}
      <EntryList site={site} entries={entries} />
      <PagerNav site={site} pager={pager} of="posts" />
    </Leaf>
  )
}
