import type { Config } from './config.ts'
import type { UserConfig } from './user-config.ts'

/** What each kind of page is published as: a page alone as HTML, a list with its feeds. */
export function resolveOutputs(user: NonNullable<UserConfig['outputs']>): Config['outputs'] {
  const list = ['html', 'rss', 'json'] as const
  return {
    home: user.home ?? list,
    section: user.section ?? list,
    page: user.page ?? ['html'],
    taxonomy: user.taxonomy ?? list,
    term: user.term ?? list,
  }
}
