import { digestOf } from '../base/digest-of.ts'
import type { SiteView } from '../theme/props.ts'
import type { Theme } from '../theme/theme.ts'
import type { Document } from './document.ts'
import { createHead } from './head/create-head.ts'
import type { EditionKeys } from './keys/edition-keys.ts'
import { filesOf } from './keys/parts-of-page.ts'
import type { SiteFacts } from './site-facts.ts'

type NotFoundContext = {
  readonly facts: SiteFacts
  readonly keys: EditionKeys
  readonly theme: Theme
  readonly siteView: SiteView
}

/** Each language has its own: `/fr/404.html` is for what begins with `/fr/`. */
export function notFoundDocument({ facts, keys, theme, siteView }: NotFoundContext): Document {
  const { site } = facts
  const url = `${site.config.language.prefix}/404.html`
  return {
    url,
    number: 1,
    isList: false,
    language: site.config.language.code,
    layout: '404',
    name: 'the page for what is not found',
    props: () => {
      const head = createHead({ facts, theme, page: site.home, url, number: 1, card: undefined })
      const ownTitle = siteView.t('not_found') ?? 'Not found'
      const title = `${ownTitle} · ${site.title}`
      return {
        site: siteView,
        head: { ...head, title, ownTitle, description: '', robots: 'noindex', alternates: [], data: '' },
      }
    },
    // Of the home page, the head that is left says no more than every document's does, and its image.
    key: () =>
      digestOf(
        JSON.stringify([keys.document(), '404', url, site.home.matter.params, filesOf(site.home, site)]),
      ),
    answer: () => '',
  }
}
