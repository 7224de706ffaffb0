import type { Link, SiteView } from 'inkseal/theme'
import { Seal } from './seal.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

type Props = { readonly site: SiteView; readonly page: Link | undefined }

/** The seal and the site's name, the menu, the switch between light and dark. */
export function SiteHeader({ site, page }: Props) {
  // On a front page that bears the site's name, its own heading says it, and larger.
  const named = page?.url === '/' && page.title === site.title
  return (
    <header class="site-header">
      <a class="brand" href="/" aria-current={page?.url === '/' ? 'page' : undefined}>
        <Seal />
        <span class={named ? 'sr-only' : undefined}>{site.title}</span>
      </a>
      <div class="tools">
        {site.menu.length > 0 && (
          <nav aria-label="Main">
            <ul>
              {site.menu.map(({ title, url }) => (
                <li key={url}>
                  <a href={url} aria-current={currency(url, page?.url)}>
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

function currency(url: string, current: string | undefined): 'page' | 'true' | undefined {
  if (current === url) return 'page'
  return url !== '/' && current?.startsWith(url) ? 'true' : undefined
}
