import type { Head, LanguageLink, Link, SiteView } from 'inkseal/theme'
import type { ComponentChildren } from 'preact'
import { DocumentHead } from './document-head.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'
import { textDirection } from './text-direction.ts'
import { word } from './words.ts'

type Props = {
  readonly site: SiteView
  readonly head: Head
  /** None on the 404 page, which has many addresses. */
  readonly page?: Link & { readonly translations: readonly LanguageLink[] }
  readonly children: ComponentChildren
}

/** The frame of every page: the whole document around what a layout puts in its middle. */
export function Leaf({ site, head, page, children }: Props) {
  return (
    <html lang={site.language} dir={site.direction === 'rtl' ? 'rtl' : textDirection(site.language)}>
      <DocumentHead site={site} head={head} />
      <body>
        <a class="skip" href="#main">
          {word(site, 'skip')}
        </a>
        <SiteHeader site={site} page={page} />
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <SiteFooter site={site} head={head} translations={page?.translations} />
      </body>
    </html>
  )
}
