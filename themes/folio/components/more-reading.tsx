import type { Link, PageView, SiteView } from 'inkseal/theme'
import { word } from './words.ts'

const RELATED = 3
const BACKLINKS = 8

/** Where to read on: posts on the same things, and pages that link here. */
export function MoreReading({ site, page }: { readonly site: SiteView; readonly page: PageView }) {
  const { related, backlinks } = page
  if (related.length + backlinks.length === 0) return null
  return (
    <aside class="more">
      <Links title={word(site, 'related')} links={related.slice(0, RELATED)} />
      <Links title={word(site, 'backlinks')} links={backlinks.slice(0, BACKLINKS)} />
    </aside>
  )
}

function Links({ title, links }: { readonly title: string; readonly links: readonly Link[] }) {
  if (links.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {links.map(({ title, url }) => (
          <li key={url}>
            <a href={url}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
