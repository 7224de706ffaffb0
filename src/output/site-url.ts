import { encodePath } from '../base/encode-path.ts'
import type { Site } from '../content/site.ts'

/** The absolute URL of a URL path of the site, percent-encoded where it must be. */
export const absoluteUrl = ({ config }: Pick<Site, 'config'>, path: string): string =>
  config.site.url + encodePath(path)
