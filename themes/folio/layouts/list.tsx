import type { ListProps } from 'inkseal/theme'
import { EntryList } from '../components/entry-list.tsx'
import { Leaf } from '../components/leaf.tsx'
import { Masthead } from '../components/masthead.tsx'
import { PagerNav } from '../components/pager-nav.tsx'
import { parentOf } from '../components/parent-of.ts'
import { RawHtml } from '../components/raw-html.tsx'

/** A section or a term: its name, what it says of itself, its posts. */
export default function List({ site, head, page, entries, pager }: ListProps) {
  const parent = parentOf(page, site)
  return (
    <Leaf site={site} head={head} page={page}>
      <Masthead title={page.title} description={page.description} parent={parent} pager={pager} />
      {pager.number === 1 && page.html && <RawHtml class="prose" html={page.html} />}
      <EntryList site={site} entries={entries} />
      <PagerNav site={site} pager={pager} of="posts" />
    </Leaf>
  )
}
