import type { UserMarkdown } from './user-markdown.ts'
import type { UserMenuEntry } from './user-menu-entry.ts'

/** What `inkseal.config.ts` exports. Every key may be left out. */
export type UserConfig = {
  /** What the site is. */
  readonly site?: {
    /**
     * Where readers find the site: scheme and host, without a path. Feeds, the sitemap and canonical links use it, and
     * its host is the name on the certificate. Default: `https://localhost:8443`.
     */
    readonly url?: string
    /** Default: the home page's title (`content/_index.md`), else the host. */
    readonly title?: string
    /** One sentence; used where a page has no description of its own. */
    readonly description?: string
    /** BCP 47, `en` by default. */
    readonly language?: string
    /** IANA zone of dates that name none, and in which dates are shown: `UTC` by default. */
    readonly timeZone?: string
    readonly author?: string
    /** In feeds. */
    readonly copyright?: string
  }
  /**
   * The site's languages by their code, which file names (`post.fr.md`) and addresses (`/fr/`) have. Default: the one
   * of `site.language`.
   */
  readonly languages?: Readonly<Record<string, UserLanguage>>
  /** The language of files that name none. Default: the first of `languages`, by weight. */
  readonly defaultLanguage?: string
  /** The default language's pages lie below its code too. Default: false. */
  readonly defaultLanguageInSubfolder?: boolean
  /** Name of a folder in `themes/`, the site's own or one that comes with Inkseal. Default: `folio`. */
  readonly theme?: string
  /** Links at the top of every page, the menu `main`. Default: the sections. */
  readonly menu?: readonly UserMenuEntry[]
  /** More menus, by name. Pages may add themselves in their front matter (`menus:`). */
  readonly menus?: Readonly<Record<string, readonly UserMenuEntry[]>>
  /** The menu that every section of the first level adds itself to. */
  readonly sectionPagesMenu?: string
  /** Whose pages are the blog's posts. Default: all sections. */
  readonly mainSections?: readonly string[]
  /** Singular, as in nobody's front matter, to plural, as in everybody's. Default: `{ tag: 'tags', category: 'categories' }`. */
  readonly taxonomies?: Readonly<Record<string, string>>
  readonly urls?: {
    /**
     * Patterns of addresses, by section: `{ posts: '/:year/:month/:day/:slug/' }`; or by kind first:
     * `{ page: { posts: … }, section: …, taxonomy: …, term: { tags: '/t/:slug/' } }`. Tokens as in Hugo's manual.
     */
    readonly permalinks?: Readonly<Record<string, string | Readonly<Record<string, string>>>>
    /** Patterns for pages by globs, where no pattern of their section is; the first that fits is taken. */
    readonly rules?: readonly UserPermalinkRule[]
    /** `/about.html` instead of `/about/`, for all pages or by section. Default: false. */
    readonly ugly?: boolean | Readonly<Record<string, boolean>>
    /** Addresses keep their capitals. Default: false. */
    readonly keepCase?: boolean
    /** `é` becomes `e` in addresses. Default: false. */
    readonly removeAccents?: boolean
    /** Meta-refresh pages beside the redirects, for hosts other than Inkseal. Default: true. */
    readonly aliasPages?: boolean
    /** With several languages, `/en/` leads to `/`, or `/` to `/en/`, as the default one's pages lie. Default: true. */
    readonly languageRedirect?: boolean
  }
  readonly pagination?: {
    /** Entries on one page of a list. Default: 10. */
    readonly size?: number
    /** In the addresses of later pages: `/posts/page/2/`. Default: `page`. */
    readonly path?: string
  }
  readonly feeds?: {
    /** Entries in a feed, newest first. Default: 20. */
    readonly size?: number
    /** Names of the files. Defaults: `index.xml`, `atom.xml`, `feed.json`. */
    readonly names?: Readonly<Partial<Record<'rss' | 'atom' | 'json', string>>>
    /** Whole posts, or their summaries alone. Default: `full`. */
    readonly content?: 'full' | 'summary'
  }
  /**
   * What each kind of page is published as, of `html`, `rss`, `atom`, `json` (JSON Feed) and `markdown` (the source
   * beside the page, as `index.md`). Default: `{ page: ['html'] }`, and `['html', 'rss', 'json']` for every list.
   */
  readonly outputs?: Readonly<
    Partial<Record<'home' | 'section' | 'page' | 'taxonomy' | 'term', readonly UserOutput[]>>
  >
  /** Not to be made: `home`, `section`, `page`, `taxonomy`, `term`, `rss`, `sitemap`, `robotsTXT`, `404`. */
  readonly disable?: readonly string[]
  readonly sitemap?: {
    /** Default: `sitemap.xml`. */
    readonly name?: string
    readonly changeFrequency?: string
    /** 0 to 1. */
    readonly priority?: number
  }
  /** `llms.txt`, a list of the pages for language models. Default: false. */
  readonly llms?: boolean
  /**
   * Draws social cards for posts that name no image: `true` for all, `false` for none, or for how many of the newest.
   * Older ones have the site's card. Default: 10, for a card takes time to draw.
   */
  readonly cards?: boolean | number
  /** Front matter for pages by where they lie: values beside `target: { path, kind, lang }` globs. */
  readonly cascade?: readonly Readonly<Record<string, unknown>>[]
  /**
   * Where each date comes from: front matter keys, `:filename`, `:fileModTime`, `:git`, and `:default` for the
   * usual ones. Example: `{ date: [':filename', ':default'] }`.
   */
  readonly dates?: Readonly<
    Partial<Record<'date' | 'lastmod' | 'publishDate' | 'expiryDate', readonly string[]>>
  >
  /** Folders, relative to the site's. Defaults: `content`, `static`, `data`, `i18n`, `archetypes`. */
  readonly folders?: Readonly<Partial<Record<'content' | 'data' | 'i18n' | 'archetypes', string>>> & {
    /** Several are laid over each other, the last on top; one may stand below another address: `{ from, to }`. */
    readonly static?: string | readonly UserStatic[]
  }
  /** Files among the content that are passed over: globs of their paths, or regular expressions. */
  readonly ignore?: readonly (string | RegExp)[]
  /** Titles that no author wrote. */
  readonly titles?: {
    /** Default: `ap`. */
    readonly style?: 'ap' | 'chicago' | 'go' | 'firstupper' | 'none'
    readonly capitalizeLists?: boolean
    readonly pluralizeLists?: boolean
  }
  /** How related posts are found (Hugo's manual, "Related content"). */
  readonly related?: {
    readonly threshold?: number
    readonly includeNewer?: boolean
    readonly toLower?: boolean
    readonly indices?: readonly {
      readonly name: string
      readonly weight?: number
      readonly type?: 'basic' | 'fragments'
      readonly pattern?: string
      readonly toLower?: boolean
      readonly cardinalityThreshold?: number
    }[]
  }
  /** What a build shows beside published pages, as `--drafts --future --expired` do. */
  readonly show?: readonly ('draft' | 'future' | 'expired')[]
  /** What a broken link, anchor or image is. Default: `error`. */
  readonly brokenLinks?: 'error' | 'warning' | 'ignore'
  /**
   * What a page is that asks for a layout which is not there, or calls a shortcode that is a Go template; with a warning,
   * it has the layout that its kind has, and for the call stands the text between its tags. Default:
   * `error`; `warning` for a site that has Hugo's config, whose layouts are Go templates.
   */
  readonly missingLayouts?: 'error' | 'warning'
  /** Scripts that write no words apart (Chinese, Japanese, Korean) are counted by characters. Default: false. */
  readonly hasCjk?: boolean
  readonly markdown?: UserMarkdown
  /** Values for the theme. */
  readonly params?: Readonly<Record<string, unknown>>
  readonly server?: {
    /** Address to listen on. Default: all of this machine's. */
    readonly host?: string
    /** Default: 80 with `acme`, else 8080. */
    readonly httpPort?: number
    /** Default: 443 with `acme`, else 8443. */
    readonly httpsPort?: number
  }
  /** With it, the server gets its certificate from a public authority (RFC 8555) and keeps it renewed. */
  readonly acme?: {
    /** That you have read the authority's terms of service and agree to them. */
    readonly agreeTos: boolean
    /** `production` (Let's Encrypt, the default), `staging`, or the URL of any ACME directory. */
    readonly directory?: string
    /** Names on the certificate. Default: the host of `site.url`. */
    readonly names?: readonly string[]
    /** Given to the authority. Let's Encrypt does not use one any more. */
    readonly email?: string
    /** A certificate profile that the authority offers, such as `tlsserver` or `shortlived`. */
    readonly profile?: string
    /** PEM file of the root that the ACME directory itself is trusted by, for a private authority. */
    readonly trustedRoot?: string
  }
}

export type UserPermalinkRule = {
  readonly pattern: string
  /** Globs: `page`, `{term,taxonomy}`. Default: every kind. */
  readonly kind?: string
  /** Globs of logical paths: `/posts/**`. Default: every page. */
  readonly path?: string
}

/** A folder, or one whose files are published below an address: `{ from: 'downloads', to: 'files' }`. */
export type UserStatic = string | { readonly from: string; readonly to: string }

export type UserOutput = 'html' | 'rss' | 'atom' | 'json' | 'markdown'

/** A language, and what differs in it. */
export type UserLanguage = {
  /** As its readers call it: `Français`. Default: the code. */
  readonly name?: string
  /** BCP 47. Default: the code. */
  readonly locale?: string
  readonly weight?: number
  readonly direction?: 'ltr' | 'rtl'
  /** Where its content lies, where that is a folder of its own: `content/fr`. */
  readonly contentDir?: string
  readonly disabled?: boolean
} & Pick<NonNullable<UserConfig['site']>, 'title' | 'description' | 'timeZone' | 'author' | 'copyright'> &
  Pick<
    UserConfig,
    | 'menu'
    | 'menus'
    | 'sectionPagesMenu'
    | 'mainSections'
    | 'params'
    | 'taxonomies'
    | 'urls'
    | 'pagination'
    | 'feeds'
    | 'outputs'
    | 'disable'
    | 'sitemap'
    | 'cascade'
    | 'dates'
    | 'titles'
    | 'related'
    | 'hasCjk'
    | 'markdown'
  >

/** Gives a config its type: `export default defineConfig({ … })`. */
export const defineConfig = (config: UserConfig): UserConfig => config
