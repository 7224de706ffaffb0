import type { SiteView } from 'inkseal/theme'

/** What Folio says by itself. A site says it otherwise, or in another language, in `i18n/`: `folio_older: Plus ancien`. */
const english = {
  skip: 'Skip to content',
  main: 'Main',
  contents: 'Contents',
  more: 'More posts',
  older: 'Older',
  newer: 'Newer',
  older_posts: 'Older posts',
  newer_posts: 'Newer posts',
  previous: 'Previous',
  next: 'Next',
  pages: 'Pages',
  updated: 'Updated',
  minutes: 'min read',
  tags: 'Tags',
  related: 'On the same subject',
  backlinks: 'Linked from',
  languages: 'Languages',
  empty: 'Nothing is published here yet.',
  home: 'Front page',
  lost: 'This leaf is blank',
  lost_lede: 'Nothing is published at this address.',
  lost_text:
    'The page may have moved, or the address may have a slip of the pen in it. From here you can go to',
} as const

export const word = (site: SiteView, key: keyof typeof english): string =>
  site.t(`folio_${key}`) ?? english[key]
