import type { RefOptions, ShortcodePage, ShortcodeSite } from './shortcode-call.ts'

/** A URL, percent-encoded, or why there is none. */
export type ResolvedRef =
  | { readonly url: string; readonly absoluteUrl: string }
  | { readonly reason: string; readonly hint: string }

/** What shortcodes reach of the world around their page. */
export type ShortcodeEnvironment = {
  /** The page's file, as its author knows it. */
  readonly path: string
  readonly page: ShortcodePage
  readonly site: ShortcodeSite
  readonly resolveRef: (path: string, options: RefOptions) => ResolvedRef
  /** The URL of the file or page at a path relative to the page's file. */
  readonly resolveFile: (path: string) => string | undefined
  readonly highlight: (code: string, request: HighlightCall) => Promise<HighlightAnswer>
  /** Told of files that a call reads, and of a call whose result must not be kept. */
  readonly dependsOn: (file: string) => void
  readonly everyBuild: () => void
}

export type HighlightCall = {
  readonly language: string
  readonly options: string
  /** Different for every call of a page: ids of numbered lines begin with it. */
  readonly ordinal: number
}

export type HighlightAnswer = {
  readonly html: string
  readonly mistakes: readonly { readonly reason: string; readonly hint: string }[]
}

/** For Markdown that belongs to no site. */
export const bareEnvironment = (path: string): ShortcodeEnvironment => ({
  path,
  page: {
    title: '',
    url: '',
    description: undefined,
    date: undefined,
    lastmod: undefined,
    draft: false,
    language: '',
    kind: 'page',
    section: '',
    terms: {},
    params: {},
  },
  site: {
    title: '',
    url: '',
    language: '',
    timeZone: 'UTC',
    params: {},
    data: {},
    pages: [],
    getPage: () => undefined,
    t: (key) => key,
  },
  resolveRef: (path) => ({
    reason: `there is no page "${path}"`,
    hint: 'Give the plugin an `environment` that knows pages',
  }),
  resolveFile: () => undefined,
  highlight: async (code, call) => {
    const { highlightCode } = await import('../code/highlight-code.ts')
    return highlightCode(code, call)
  },
  dependsOn: () => {},
  everyBuild: () => {},
})
