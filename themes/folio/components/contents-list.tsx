import type { HeadingView } from 'inkseal/theme'
import { type OutlineNode, outline } from './outline.ts'
import { RawHtml } from './raw-html.tsx'

const WORTH_LISTING = 3
const LEVELS = 2

/** The headings of a long page: folded away on a phone, in the margin where there is room. */
export function ContentsList({ headings }: { readonly headings: readonly HeadingView[] }) {
  const top = Math.min(...headings.map(({ depth }) => depth))
  const listed = headings.filter(({ depth }) => depth < top + LEVELS)
  if (listed.length < WORTH_LISTING) return null
  return (
    <nav class="contents" aria-label="Contents">
      <details>
        <summary>Contents</summary>
        <Level nodes={outline(listed)} />
      </details>
    </nav>
  )
}

function Level({ nodes }: { readonly nodes: readonly OutlineNode[] }) {
  return (
    <ol>
      {nodes.map(({ heading, children }) => (
        <li key={heading.id}>
          <a href={`#${heading.id}`}>
            <RawHtml as="span" html={heading.html} />
          </a>
          {children.length > 0 && <Level nodes={children} />}
        </li>
      ))}
    </ol>
  )
}
