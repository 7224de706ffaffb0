/** What layouts and components are given: plain, readonly data, ready to be shown. */

export type Link = { readonly title: string; readonly url: string }

/** An entry of a menu. Its `url` is empty where it only holds others. */
export type MenuLink = Link & {
  readonly identifier: string
  readonly tooltip: string | undefined
  /** HTML that its author wants before and after the title. */
  readonly pre: string | undefined
  readonly post: string | undefined
  readonly params: Readonly<Record<string, unknown>>
  readonly children: readonly MenuLink[]
}

/** The same page in another language; of the site's languages, the home page. */
export type LanguageLink = Link & {
  /** As its readers call it: `Français`. */
  readonly name: string
  /** BCP 47, for `lang` and `hreflang`. */
  readonly language: string
  readonly isCurrent: boolean
}

/** The site in the language of the page. */
export type SiteView = {
  readonly title: string
  readonly description: string
  /** Absolute, without a trailing slash: `https://example.org`. */
  readonly url: string
  /** URL path of the home page: `/`, or `/fr/`. */
  readonly home: string
  /** BCP 47, for `<html lang>` and for dates. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** IANA name of the zone in which dates are shown. */
  readonly timeZone: string
  readonly author: string | undefined
  readonly copyright: string | undefined
  /** The menu `main`; without one, the sections that lie in no other. */
  readonly menu: readonly MenuLink[]
  /** All menus, by name. */
  readonly menus: Readonly<Record<string, readonly MenuLink[]>>
  /** Lists of terms: "Tags" → /tags/. */
  readonly taxonomies: readonly Link[]
  /** Every language of the site, in order; one at least. */
  readonly languages: readonly LanguageLink[]
  /** A string of the site's i18n tables; undefined where none has it. `context` is what its `{{ . }}` stands for, or a count. */
  readonly t: (key: string, context?: unknown) => string | undefined
  /** The site's data files: `data/authors/ada.yaml` is `data.authors.ada`. */
  readonly data: Readonly<Record<string, unknown>>
  /** The site's own values (`params` in the config) for its theme. */
  readonly params: Readonly<Record<string, unknown>>
}

/** What belongs into `<head>`; all of it is computed, a layout only prints it. */
export type Head = {
  /** The text of `<title>`, the site's title included. */
  readonly title: string
  /** The page's title alone, for `og:title`, which goes with `og:site_name`. */
  readonly ownTitle: string
  readonly description: string
  /** Absolute URL of this page. */
  readonly canonical: string
  /** `article` for a page, else `website` (Open Graph's `og:type`). */
  readonly type: 'article' | 'website'
  /** `noindex` on drafts and on the 404 page. */
  readonly robots: string | undefined
  /** Open Graph's `og:locale`: `en_GB`. */
  readonly locale: string
  /** What a link to the page is shown with: its own image, the site's, or a card drawn for it. */
  readonly image: ImageView | undefined
  /** For `article:*` of Open Graph; undefined where the page is no article. */
  readonly article: ArticleView | undefined
  /** This page in every language it has, itself included (`hreflang`); none where it has but one. URLs are absolute. */
  readonly alternates: readonly { readonly language: string; readonly url: string }[]
  /** URL of the page as Markdown, where it is published so. */
  readonly markdown: string | undefined
  /**
   * JSON-LD (schema.org) as the text of a `<script type="application/ld+json">`: a data block, which a strict content
   * security policy lets be. It holds no `<`; print it unescaped. Empty where there is nothing to say.
   */
  readonly data: string
  /** URLs of the theme's bundled, fingerprinted styles and scripts. Scripts are modules. */
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
  /** The page's own feeds, then the home page's. */
  readonly feeds: readonly { readonly title: string; readonly url: string; readonly mediaType: string }[]
}

export type ImageView = {
  /** Absolute. */
  readonly url: string
  readonly alt: string | undefined
  /** Pixels, where they are known. */
  readonly width: number | undefined
  readonly height: number | undefined
}

export type ArticleView = {
  readonly published: Date | undefined
  readonly modified: Date | undefined
  readonly author: string | undefined
  /** Title of its section. */
  readonly section: string | undefined
  readonly tags: readonly string[]
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
  /** The terms that the page has, of all taxonomies. */
  readonly tags: readonly Link[]
  /** Drafts, future and expired pages are in a build only when it is asked for them. */
  readonly state: 'published' | 'draft' | 'future' | 'expired'
}

/** The page that is being rendered, with its body. */
export type PageView = Entry & {
  readonly kind: 'home' | 'section' | 'page' | 'taxonomy' | 'term'
  /** Its content type: front matter's `type`, else the section. */
  readonly type: string
  /** The page's own author, else the site's. */
  readonly author: string | undefined
  /** The section's URL and title, where the page stands in one. */
  readonly section: Link | undefined
  /** HTML of the body; empty where there is none. */
  readonly html: string
  /** The id of the body's first heading where it is the title, so that links to it lead to where the title is shown. */
  readonly titleId: string | undefined
  /** All headings of the body, but for one that is the title. */
  readonly headings: readonly HeadingView[]
  /** Those of the levels that the config wants in a contents list (`markdown.contents`). */
  readonly contents: readonly HeadingView[]
  /** The terms that the page has, by taxonomy: `tags`. */
  readonly terms: Readonly<Record<string, readonly Link[]>>
  /** The page in the other languages of the site. */
  readonly translations: readonly LanguageLink[]
  /** Pages on the same things, the most related first; found when it is asked for. */
  readonly related: readonly Entry[]
  /** Pages of this language whose bodies link here, in the order of lists; found when it is asked for. */
  readonly backlinks: readonly Link[]
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

/** Props of `layouts/terms.tsx`, the list of a taxonomy's terms: as long as any other list, and then on further pages. */
export type TermsProps = Common & { readonly terms: readonly TermView[]; readonly pager: Pager }

/** Props of `layouts/404.tsx`. */
export type NotFoundProps = { readonly site: SiteView; readonly head: Head }
