import type { Head, LanguageLink, SiteView } from 'inkseal/theme'
import { word } from './words.ts'

type Props = {
  readonly site: SiteView
  readonly head: Head
  /** The page in other languages; where there is none, the front pages stand in. */
  readonly translations: readonly LanguageLink[] | undefined
}

/** Who writes here, the lists of terms, the feeds, and the other languages. */
export function SiteFooter({ site, head, translations = [] }: Props) {
  const others = site.languages.filter(({ isCurrent }) => !isCurrent)
  const languages = others.map(
    (other) => translations.find(({ language }) => language === other.language) ?? other,
  )
  return (
    <footer class="site-footer">
      <p>{site.copyright ?? site.author ?? site.title}</p>
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
      {languages.length > 0 && (
        <nav aria-label={word(site, 'languages')}>
          <ul>
            {languages.map(({ name, url, language }) => (
              <li key={language}>
                <a href={url} lang={language} hreflang={language}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
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
