/** What stands on a social card. */
export type Card = {
  readonly title: string
  /** The site's title. */
  readonly site: string
  /** Stands in for titles in a script that the card's face does not have. */
  readonly host: string
  readonly author: string | undefined
  /** As readers of the site's language write it, and as ISO 8601 writes it. */
  readonly date: { readonly local: string; readonly iso: string } | undefined
}

export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630

/** A card to be kept, and to be published, under a digest of all that it is made from. */
export type PlannedCard = {
  readonly card: Card
  readonly key: string
  /** Path inside the release. */
  readonly path: string
}
