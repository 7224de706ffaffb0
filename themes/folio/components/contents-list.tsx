import type { HeadingView, SiteView } from 'inkseal/theme'
import { type OutlineNode, outline } from './outline.ts'
import { RawHtml } from './raw-html.tsx'
import { word } from './words.ts'

const WORTH_LISTING = 3
const LEVELS = 2

type Props = { readonly site: SiteView; readonly headings: readonly HeadingView[] }

/** The headings of a long page: folded away on a phone, in the margin where there is room. */
export function ContentsList({ site, headings }: Props) {
  const top = Math.min(...headings.map(({ depth }) => depth))
  const listed = headings.filter(({ depth }) => depth < top + LEVELS)
  if (listed.length < WORTH_LISTING) return null
  return (
    <nav class="contents" aria-label={word(site, 'contents')}>
      <details>
        <summary>{word(site, 'contents')}</summary>
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
