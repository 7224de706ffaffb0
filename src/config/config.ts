import type { Diagnostic } from '../base/diagnostic.ts'
import type { MarkdownConfig } from './markdown-config.ts'

/** The config with every default filled in, for one language of the site. Paths are absolute. */
export type Config = {
  /** The site's folder. */
  readonly root: string
  /** The config file and the files that it imports, absolute; none where there is no config file. */
  readonly files: readonly string[]
  /** `contentDir` is that of this language. */
  readonly contentDir: string
  /** Laid over each other, the last on top; `at` is empty, or the path (`files`) that their files are published below. */
  readonly statics: readonly { readonly dir: string; readonly at: string }[]
  readonly dataDir: string
  readonly i18nDir: string
  readonly archetypesDir: string
  /** The language that this config is for. */
  readonly language: Language
  /** All languages, by weight; one at least. */
  readonly languages: readonly Language[]
  /** Codes of the languages that are switched off: their files are passed over. */
  readonly disabledLanguages: readonly string[]
  /** The same for every other language of the site; empty in those. */
  readonly translations: readonly Config[]
  readonly site: {
    /** Without a trailing slash. */
    readonly url: string
    /** Undefined where only the home page's title can say it. */
    readonly title: string | undefined
    readonly description: string
    /** BCP 47, that of `language.locale`. */
    readonly language: string
    readonly timeZone: string
    readonly author: string | undefined
    readonly copyright: string | undefined
  }
  readonly theme: string
  /** By name; `main` undefined where the theme is to show the sections. */
  readonly menus: Readonly<Record<string, readonly MenuEntry[]>>
  /** The menu that every section of the first level adds itself to. */
  readonly sectionPagesMenu: string | undefined
  /** Whose pages are the blog's posts; undefined for all sections. */
  readonly mainSections: readonly string[] | undefined
  /** Singular → plural. */
  readonly taxonomies: Readonly<Record<string, string>>
  readonly urls: UrlConfig
  /** Front matter that pages have by where they lie (Hugo's manual, "Cascade"); as an author writes it. */
  readonly cascade: readonly Readonly<Record<string, unknown>>[]
  /** Where each date comes from, in order: front matter keys in lower case, `:filename`, `:filemodtime`, `:git`, `:default` resolved away. */
  readonly dates: DateSources
  /** Kinds and files not to make: `home`, `section`, `page`, `taxonomy`, `term`, `rss`, `sitemap`, `robotstxt`, `404`. Lower case. */
  readonly disabled: ReadonlySet<string>
  /** What each kind of page is published as. */
  readonly outputs: Readonly<Record<PageKindName, readonly OutputFormat[]>>
  /** Globs of paths inside the content folder that are passed over. */
  readonly ignore: readonly string[]
  /** The same as regular expressions of the path with a slash before it: `/content/posts/a.md` (Hugo's `ignoreFiles`). */
  readonly ignorePatterns: readonly RegExp[]
  readonly titles: TitleConfig
  readonly pagination: { readonly size: number; readonly path: string }
  readonly feeds: {
    /** Entries in a feed. */
    readonly size: number
    readonly names: Readonly<Record<FeedFormat, string>>
    /** Whole posts, or their summaries alone. */
    readonly content: 'full' | 'summary'
  }
  readonly sitemap: {
    readonly name: string
    readonly changeFrequency: string | undefined
    readonly priority: number | undefined
  }
  readonly related: RelatedConfig
  readonly markdown: MarkdownConfig
  /** `llms.txt`: a list of the pages for language models. Default: false. */
  readonly llms: boolean
  /** How many of the newest posts have a social card of their own, where they have no image. */
  readonly cards: number
  /**
   * Meta-refresh pages beside the redirects, for other hosts (Hugo's `disableAliases`). Default: true. The first pages
   * of lists (`/page/1/`) have them anyhow, as with Hugo.
   */
  readonly aliasPages: boolean
  /** What a build shows beside published pages where the command line says nothing. */
  readonly show: readonly ('draft' | 'future' | 'expired')[]
  /** What a broken link is: `error` in a build by default. */
  readonly brokenLinks: 'error' | 'warning' | 'ignore'
  /** What a page is that asks for a layout which is not there. */
  readonly missingLayouts: 'error' | 'warning'
  readonly hasCjk: boolean
  readonly params: Readonly<Record<string, unknown>>
  readonly server: {
    readonly host: string | undefined
    readonly httpPort: number
    readonly httpsPort: number
  }
  readonly acme: AcmeConfig | undefined
  /** What the author is to be told of the config; the same in every language. */
  readonly warnings: readonly Diagnostic[]
}

export type PageKindName = 'home' | 'section' | 'page' | 'taxonomy' | 'term'

/** `json` is JSON Feed; `markdown` is the page's source beside it as `index.md`. */
export type OutputFormat = 'html' | FeedFormat | 'markdown'
export type FeedFormat = 'rss' | 'atom' | 'json'

export type Language = {
  /** The key: `en`, `pt-br`. In file names and URLs. */
  readonly code: string
  /** BCP 47, for `<html lang>`. */
  readonly locale: string
  /** As its readers call it: `Français`. */
  readonly name: string
  readonly weight: number
  readonly direction: 'ltr' | 'rtl'
  /** What URLs begin with: empty, or `/fr`. */
  readonly prefix: string
  readonly isDefault: boolean
}

export type MenuEntry = {
  /** Default: the name. */
  readonly identifier: string
  readonly name: string
  /** Tooltip. */
  readonly title: string | undefined
  readonly url: string | undefined
  /** Logical path of a page: `/posts`. */
  readonly pageRef: string | undefined
  /** The identifier of the entry above. */
  readonly parent: string | undefined
  readonly weight: number
  /** HTML before and after the name. */
  readonly pre: string | undefined
  readonly post: string | undefined
  readonly params: Readonly<Record<string, unknown>>
}

export type UrlConfig = {
  /** By kind, then by section (`posts`, `posts/nested`) or taxonomy: a pattern with tokens, such as `/:year/:slug/`. */
  readonly permalinks: Readonly<Record<PageKindName, Readonly<Record<string, string>>>>
  /** For pages that none of `permalinks` is for; the first that fits is taken (Hugo's array form). */
  readonly rules: readonly PermalinkRule[]
  /** `/x.html` instead of `/x/`, for all or by section. */
  readonly ugly: boolean | Readonly<Record<string, boolean>>
  /** Paths keep their capitals (Hugo's `disablePathToLower`). */
  readonly keepCase: boolean
  /** `é` becomes `e` (Hugo's `removePathAccents`). */
  readonly removeAccents: boolean
  /** With several languages, `/en/` leads to `/`, or `/` to `/en/` (Hugo's `disableDefaultLanguageRedirect`). */
  readonly languageRedirect: boolean
}

export type PermalinkRule = {
  readonly pattern: string
  /** Globs of kinds and of logical paths; undefined for all. */
  readonly kind: string | undefined
  readonly path: string | undefined
}

export type DateSources = Readonly<
  Record<'date' | 'lastmod' | 'publishDate' | 'expiryDate', readonly string[]>
>

/** Titles that no author wrote. */
export type TitleConfig = {
  readonly style: 'ap' | 'chicago' | 'go' | 'firstupper' | 'none'
  readonly capitalizeLists: boolean
  readonly pluralizeLists: boolean
}

/** Hugo's manual, "Related content". */
export type RelatedConfig = {
  /** 0 to 100. */
  readonly threshold: number
  readonly includeNewer: boolean
  readonly toLower: boolean
  readonly indices: readonly {
    readonly name: string
    readonly weight: number
    readonly type: 'basic' | 'fragments'
    readonly pattern: string | undefined
    readonly toLower: boolean
    readonly cardinalityThreshold: number
  }[]
}

export type AcmeConfig = {
  readonly agreeTos: boolean
  readonly directory: string
  readonly names: readonly string[]
  readonly email: string | undefined
  readonly profile: string | undefined
  readonly trustedRoot: string | undefined
}
