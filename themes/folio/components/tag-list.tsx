import type { Link, SiteView } from 'inkseal/theme'
import { word } from './words.ts'

type Props = { readonly site: SiteView; readonly tags: readonly Link[] }

export function TagList({ site, tags }: Props) {
  if (tags.length === 0) return null
  return (
    <ul class="tags" aria-label={word(site, 'tags')}>
      {tags.map(({ title, url }) => (
        <li key={url}>
          <a href={url} rel="tag">
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
}
