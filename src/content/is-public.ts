import type { Config } from '../config/config.ts'
import type { Page } from './page.ts'

/**
 * Whether a page is for readers, feeds and search engines: published, or in a state that the config itself shows (Hugo's
 * `buildFuture = true`). What is only shown by a flag is a preview.
 */
export const isPublic = ({ state }: Pick<Page, 'state'>, { show }: Pick<Config, 'show'>): boolean =>
  state === 'published' || show.includes(state)
