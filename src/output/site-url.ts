import type { Site } from '../content/site.ts'

/** The absolute URL of a URL path of the site, percent-encoded where it must be. */
export const absoluteUrl = ({ config }: Pick<Site, 'config'>, path: string): string =>
  config.site.url + encodeURI(path)

/** The file of a release that is served under a URL path. */
export const fileOfUrl = (url: string): string => (url.endsWith('/') ? `${url}index.html` : url).slice(1)
