/** What layouts and components are given: plain, readonly data, ready to be shown. */

export type Link = { readonly title: string; readonly url: string }

export type SiteView = {
  readonly title: string
  readonly description: string
  /** Absolute, without a trailing slash: `https://example.org`. */
  readonly url: string
  /** BCP 47, for `<html lang>` and for dates. */
  readonly language: string
  /** IANA name of the zone in which dates are shown. */
  readonly timeZone: string
  readonly author: string | undefined
  readonly menu: readonly Link[]
  /** Lists of terms: "Tags" → /tags/. */
  readonly taxonomies: readonly Link[]
  /** The site's own values (`params` in the config) for its theme. */
  readonly params: Readonly<Record<string, unknown>>
}

/** What belongs into `<head>`; all of it is computed, a layout only prints it. */
export type Head = {
  /** The text of `<title>`, the site's title included. */
  readonly title: string
  readonly description: string
  /** Absolute URL of this page. */
  readonly canonical: string
  /** `article` for a page, else `website` (Open Graph's `og:type`). */
  readonly type: 'article' | 'website'
  /** `noindex` on drafts and on the 404 page. */
  readonly robots: string | undefined
  /** URLs of the theme's bundled, fingerprinted styles and scripts. Scripts are modules. */
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
  readonly feeds: readonly { readonly title: string; readonly url: string; readonly mediaType: string }[]
}

/** A heading of a page, in document order. `html` is its inline content without links. */
export type HeadingView = {
  readonly depth: number
  readonly id: string
  readonly text: string
  readonly html: string
}

/** A page as lists show it. */
export type Entry = Link & {
  readonly description: string | undefined
  /** HTML of the summary: block elements. */
  readonly summary: string
  /** True where the page holds more than its summary. */
  readonly truncated: boolean
  readonly date: Date | undefined
  /** Set where the page was changed on a later day than `date`. */
  readonly updated: Date | undefined
  readonly words: number
  /** Reading time in whole minutes, at least 1. */
  readonly minutes: number
  readonly tags: readonly Link[]
  /** Drafts, future and expired pages are in a build only when it is asked for them. */
  readonly state: 'published' | 'draft' | 'future' | 'expired'
}

/** The page that is being rendered, with its body. */
export type PageView = Entry & {
  readonly kind: 'home' | 'section' | 'page' | 'taxonomy' | 'term'
  /** The section's URL and title, where the page stands in one. */
  readonly section: Link | undefined
  /** HTML of the body; empty where there is none. */
  readonly html: string
  readonly headings: readonly HeadingView[]
  /** All of the front matter that has no meaning of its own, keys in lower case. */
  readonly params: Readonly<Record<string, unknown>>
}

export type Pager = {
  /** The number of this page of the list, from 1, and how many there are. */
  readonly number: number
  readonly count: number
  readonly previous: string | undefined
  readonly next: string | undefined
}

export type TermView = Link & { readonly count: number }

type Common = { readonly site: SiteView; readonly head: Head; readonly page: PageView }

/** Props of `layouts/page.tsx` and of layouts that a page names in its front matter. */
export type PageProps = Common & {
  /** The neighbours in the section: `previous` is older, `next` is newer. */
  readonly previous: Link | undefined
  readonly next: Link | undefined
}

/** Props of `layouts/home.tsx` and `layouts/list.tsx` (sections and terms). */
export type ListProps = Common & { readonly entries: readonly Entry[]; readonly pager: Pager }

/** Props of `layouts/terms.tsx`, the list of a taxonomy's terms. */
export type TermsProps = Common & { readonly terms: readonly TermView[] }

/** Props of `layouts/404.tsx`. */
export type NotFoundProps = { readonly site: SiteView; readonly head: Head }
