import type { Link, SiteView } from 'inkseal/theme'
import { word } from './words.ts'

type Props = {
  readonly site: SiteView
  readonly previous: Link | undefined
  readonly next: Link | undefined
}

/** The post before and the post after, in order of time. */
export function Neighbours({ site, previous, next }: Props) {
  if (!previous && !next) return null
  return (
    <nav class="neighbours" aria-label={word(site, 'more')}>
      {previous && (
        <a class="older" href={previous.url} rel="prev">
          <small>{word(site, 'older')}</small> <span>{previous.title}</span>
        </a>
      )}
      {next && (
        <a class="newer" href={next.url} rel="next">
          <small>{word(site, 'newer')}</small> <span>{next.title}</span>
        </a>
      )}
    </nav>
  )
}
