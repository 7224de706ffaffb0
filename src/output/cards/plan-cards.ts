import { createHash } from 'node:crypto'
import { isPublishedAs } from '../../content/formats-of.ts'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import { authorOf } from '../feeds/author-of.ts'
import { ownImageOf, siteImageOf } from '../head/page-image.ts'
import type { Card, PlannedCard } from './card.ts'

/** The design's number: another one draws every card anew. */
const DESIGN = 1

export type PlannedCards = {
  /** Each once. */
  readonly cards: readonly PlannedCard[]
  /** Path inside the release of the card that stands for a page, where its author has no image for it. */
  readonly cardOf: (page: Page, site: Site) => string | undefined
}

/**
 * Says which cards are drawn: for the newest posts whose author has no image, as many as the config wants, and one
 * for the site, which stands for all that have none.
 */
export function planCards(sites: readonly Site[]): PlannedCards {
  const own = new Map(sites.flatMap(cardsOfSite))
  const cards = new Map([...own.values()].map((card) => [card.key, card]))
  return {
    cards: [...cards.values()],
    cardOf: (page, site) => (own.get(page) ?? own.get(site.home))?.path,
  }
}

function cardsOfSite(site: Site): readonly (readonly [Page, PlannedCard])[] {
  const { cards } = site.config
  if (cards === 0) return []
  const format = dateFormat(site)
  const newest = site.pages
    .filter((page) => needsCard(page, site))
    .sort((a, b) => (b.matter.date?.getTime() ?? 0) - (a.matter.date?.getTime() ?? 0))
    .slice(0, cards)
  const home = (siteImageOf(site) ?? ownImageOf(site.home, site)) ? [] : [site.home]
  return [...home, ...newest].map((page) => [page, planned(cardOf(page, { site, format }))] as const)
}

const needsCard = (page: Page, site: Site) =>
  page.kind === 'page' &&
  page.matter.date !== undefined &&
  isPublishedAs(page, 'html', site.config) &&
  ownImageOf(page, site) === undefined

type CardContext = { readonly site: Site; readonly format: Intl.DateTimeFormat }

function cardOf({ title, matter, kind }: Page, { site, format }: CardContext): Card {
  return {
    title,
    site: site.title,
    host: new URL(site.config.site.url).hostname,
    author: authorOf({ matter }, site.config.site.author),
    date:
      kind === 'home'
        ? undefined
        : matter.date && { local: format.format(matter.date), iso: matter.date.toISOString().slice(0, 10) },
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
