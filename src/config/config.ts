import type { PluggableList } from 'unified'

/** The config with every default filled in. Paths are absolute. */
export type Config = {
  /** The site's folder. */
  readonly root: string
  /** The config file and the files that it imports, absolute; none where there is no config file. */
  readonly files: readonly string[]
  readonly contentDir: string
  readonly staticDir: string
  readonly site: {
    /** Without a trailing slash. */
    readonly url: string
    /** Undefined where only the home page's title can say it. */
    readonly title: string | undefined
    readonly description: string
    readonly language: string
    readonly timeZone: string
    readonly author: string | undefined
  }
  readonly theme: string
  readonly menu: readonly { readonly title: string; readonly url: string }[] | undefined
  /** Singular → plural. */
  readonly taxonomies: Readonly<Record<string, string>>
  readonly pageSize: number
  readonly feedSize: number
  readonly remarkPlugins: PluggableList
  readonly rehypePlugins: PluggableList
  readonly params: Readonly<Record<string, unknown>>
  readonly server: {
    readonly host: string | undefined
    readonly httpPort: number
    readonly httpsPort: number
  }
  readonly acme: AcmeConfig | undefined
}

export type AcmeConfig = {
  readonly agreeTos: boolean
  readonly directory: string
  readonly names: readonly string[]
  readonly email: string | undefined
  readonly profile: string | undefined
  readonly trustedRoot: string | undefined
}
