import type { Link } from 'inkseal/theme'

type Props = { readonly previous: Link | undefined; readonly next: Link | undefined }

/** The post before and the post after, in order of time. */
export function Neighbours({ previous, next }: Props) {
  if (!previous && !next) return null
  return (
    <nav class="neighbours" aria-label="More posts">
      {previous && (
        <a class="older" href={previous.url} rel="prev">
          <small>Older</small> <span>{previous.title}</span>
        </a>
      )}
      {next && (
        <a class="newer" href={next.url} rel="next">
          <small>Newer</small> <span>{next.title}</span>
        </a>
      )}
    </nav>
  )
}
