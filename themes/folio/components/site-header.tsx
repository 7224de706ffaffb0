import type { Link, MenuLink, SiteView } from 'inkseal/theme'
import { Seal } from './seal.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { word } from './words.ts'

type Props = { readonly site: SiteView; readonly page: Link | undefined }

/** The seal and the site's name, the menu, the switch between light and dark. */
export function SiteHeader({ site, page }: Props) {
  // On a front page that bears the site's name, its own heading says it, and larger.
  const named = page?.url === site.home && page.title === site.title
  return (
    <header class="site-header">
      <a class="brand" href={site.home} aria-current={page?.url === site.home ? 'page' : undefined}>
        <Seal />
        <span class={named ? 'sr-only' : undefined}>{site.title}</span>
      </a>
      <div class="tools">
        {site.menu.length > 0 && (
          <nav aria-label={word(site, 'main')}>
            <ul>
              {site.menu.map((entry) => (
                <Entry key={entry.identifier} entry={entry} current={page?.url} home={site.home} />
              ))}
            </ul>
          </nav>
        )}
        <ThemeSwitch />
      </div>
    </header>
  )
}

type EntryProps = { readonly entry: MenuLink; readonly current: string | undefined; readonly home: string }

/** An entry, and those below it in its place where it is only their heading. */
function Entry({ entry, current, home }: EntryProps) {
  const { title, url, tooltip, children } = entry
  if (url === '' && children.length > 0)
    return children.map((child) => (
      <Entry key={child.identifier} entry={child} current={current} home={home} />
    ))
  return (
    <li>
      <a href={url} title={tooltip} aria-current={currency(url, { current, home })}>
        {title}
      </a>
    </li>
  )
}

type Here = { readonly current: string | undefined; readonly home: string }

function currency(url: string, { current, home }: Here): 'page' | 'true' | undefined {
  if (current === url) return 'page'
  return url !== home && current?.startsWith(url) ? 'true' : undefined
}
