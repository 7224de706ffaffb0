import type { Link, SiteView } from 'inkseal/theme'
import { Seal } from './seal.tsx'
import { homePath } from './site-paths.ts'
import { ThemeSwitch } from './theme-switch.tsx'

type Props = { readonly site: SiteView; readonly page: Link | undefined }

/** The seal and the site's name, the menu, the switch between light and dark. */
export function SiteHeader({ site, page }: Props) {
  const home = homePath(site)
  // On a front page that bears the site's name, its own heading says it, and larger.
  const named = page?.url === home && page.title === site.title
  return (
    <header class="site-header">
      <a class="brand" href={home} aria-current={page?.url === home ? 'page' : undefined}>
        <Seal />
        <span class={named ? 'sr-only' : undefined}>{site.title}</span>
      </a>
      <div class="tools">
        {site.menu.length > 0 && (
          <nav aria-label="Main">
            <ul>
              {site.menu.map(({ title, url }) => (
                <li key={url}>
                  <a href={url} aria-current={currency(url, page?.url, home)}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <ThemeSwitch />
      </div>
    </header>
  )
}

function currency(url: string, current: string | undefined, home: string): 'page' | 'true' | undefined {
  if (current === url) return 'page'
  return url !== home && current?.startsWith(url) ? 'true' : undefined
}
