import type { PageProps, PageView } from 'inkseal/theme'
import { ContentsList } from '../components/contents-list.tsx'
import { Leaf } from '../components/leaf.tsx'
import { MoreReading } from '../components/more-reading.tsx'
import { Neighbours } from '../components/neighbours.tsx'
import { PostMeta } from '../components/post-meta.tsx'
import { RawHtml } from '../components/raw-html.tsx'
import { Seal } from '../components/seal.tsx'
import { StateBadge } from '../components/state-badge.tsx'
import { TagList } from '../components/tag-list.tsx'

/** A post, or a page that stands alone. */
export default function Page({ site, head, page, previous, next }: PageProps) {
  return (
    <Leaf site={site} head={head} page={page}>
      <article class="post">
        <header class="post-header">
          <h1 id={page.titleId}>
            {page.title}
            <StateBadge state={page.state} />
          </h1>
          {page.description && <p class="lede">{page.description}</p>}
          {page.date && <PostMeta site={site} page={page} date={page.date} />}
        </header>
        <ContentsList site={site} headings={page.headings} />
        {startsTooDeep(page) && <h2 class="sr-only">Text</h2>}
        <RawHtml class="prose" html={page.html} />
        <footer class="post-footer">
          <Seal />
          <TagList site={site} tags={page.tags} />
        </footer>
      </article>
      <MoreReading site={site} page={page} />
      <Neighbours site={site} previous={previous} next={next} />
    </Leaf>
  )
}

/** A text that begins with a third-level heading would leave a gap under the title for those who go by headings. */
function startsTooDeep({ headings }: PageView): boolean {
  const [first] = headings
  return first !== undefined && first.depth > 2
}
