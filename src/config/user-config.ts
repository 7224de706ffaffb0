import type { PluggableList } from 'unified'

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
  }
  /** Name of a folder in `themes/`, the site's own or one that comes with Inkseal. Default: `folio`. */
  readonly theme?: string
  /** Links at the top of every page. Default: the sections. */
  readonly menu?: readonly { readonly title: string; readonly url: string }[]
  /** Singular, as in nobody's front matter, to plural, as in everybody's. Default: `{ tag: 'tags', category: 'categories' }`. */
  readonly taxonomies?: Readonly<Record<string, string>>
  readonly pagination?: {
    /** Entries on one page of a list. Default: 10. */
    readonly size?: number
  }
  readonly feeds?: {
    /** Entries in a feed, newest first. Default: 20. */
    readonly size?: number
  }
  readonly markdown?: {
    /** Run on the Markdown tree, after GFM. Any plugin of remark's. */
    readonly remarkPlugins?: PluggableList
    /** Run on the HTML tree, before headings get their anchors and code its colours. Any plugin of rehype's. */
    readonly rehypePlugins?: PluggableList
  }
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

/** Gives a config its type: `export default defineConfig({ … })`. */
export const defineConfig = (config: UserConfig): UserConfig => config
