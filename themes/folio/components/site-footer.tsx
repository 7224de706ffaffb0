import type { Head, SiteView } from 'inkseal/theme'

/** Who writes here, the lists of terms, and the feeds. */
export function SiteFooter({ site, head }: { readonly site: SiteView; readonly head: Head }) {
  return (
    <footer class="site-footer">
      <p>{site.author ?? site.title}</p>
      <ul>
        {site.taxonomies.map(({ title, url }) => (
          <li key={url}>
            <a href={url}>{title}</a>
          </li>
        ))}
        {siteFeeds(head).map(({ title, url, mediaType }) => (
          <li key={url}>
            <a href={url} type={mediaType} title={title}>
              {feedName(mediaType)}
            </a>
          </li>
        ))}
      </ul>
    </footer>
  )
}

/** A list has feeds of its own before the site's; here, at the foot of every page, stand the site's. */
function siteFeeds({ feeds }: Head): Head['feeds'] {
  const types = new Set(feeds.map(({ mediaType }) => mediaType))
  return [...types].flatMap((type) => feeds.findLast(({ mediaType }) => mediaType === type) ?? [])
}

function feedName(mediaType: string): string {
  if (mediaType.includes('rss')) return 'RSS'
  if (mediaType.includes('atom')) return 'Atom'
  return 'JSON feed'
}
