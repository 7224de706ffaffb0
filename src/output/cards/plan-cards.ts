import { createHash } from 'node:crypto'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import { authorOf } from '../author-of.ts'
import { isPublishedAs } from '../formats-of.ts'
import { ownImageOf } from '../page-image.ts'
import type { Card, PlannedCard } from './card.ts'

/** The design's number: another one draws every card anew. */
const DESIGN = 1

/** Says which pages need a card, and how it is called: posts for which their author has no image. */
export function planCards(sites: readonly Site[]): ReadonlyMap<Page, PlannedCard> {
  return new Map(
    sites.flatMap((site) => {
      if (!site.config.cards) return []
      const format = dateFormat(site)
      return site.pages
        .filter((page) => needsCard(page, site))
        .map((page) => [page, planned(cardOf(page, { site, format }))] as const)
    }),
  )
}

const needsCard = (page: Page, site: Site) =>
  page.kind === 'page' &&
  page.matter.date !== undefined &&
  isPublishedAs(page, 'html', site.config) &&
  ownImageOf(page, site) === undefined

type CardContext = { readonly site: Site; readonly format: Intl.DateTimeFormat }

function cardOf({ title, matter }: Page, { site, format }: CardContext): Card {
  return {
    title,
    site: site.title,
    host: new URL(site.config.site.url).hostname,
    author: authorOf({ matter }, site.config.site.author),
    date: matter.date && { local: format.format(matter.date), iso: matter.date.toISOString().slice(0, 10) },
  }
}

function planned(card: Card): PlannedCard {
  const key = createHash('sha256')
    .update(JSON.stringify([DESIGN, card]))
    .digest('base64url')
    .slice(0, 22)
  return { card, key, path: `assets/cards/${key}.png` }
}

/** A language tag that nobody knows, such as a Hugo site's `english`, is no reason to fail. */
function dateFormat({ config }: Site): Intl.DateTimeFormat {
  const { language, timeZone } = config.site
  const options = { dateStyle: 'long', timeZone } as const
  try {
    return new Intl.DateTimeFormat(language, options)
  } catch {
    return new Intl.DateTimeFormat('en', options)
  }
}
