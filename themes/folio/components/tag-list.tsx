import type { Link } from 'inkseal/theme'

export function TagList({ tags }: { readonly tags: readonly Link[] }) {
  if (tags.length === 0) return null
  return (
    <ul class="tags" aria-label="Tags">
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
