import type { RelatedConfig } from './config.ts'
import type { UserConfig } from './user-config.ts'

type UserRelated = NonNullable<UserConfig['related']>

/** Fills in how related posts are found; the defaults are those of Hugo's manual, "Related content". */
export function resolveRelated(user: UserRelated): RelatedConfig {
  return {
    threshold: user.threshold ?? 80,
    includeNewer: user.includeNewer ?? false,
    toLower: user.toLower ?? false,
    indices: (user.indices ?? usualIndices).map((index) => ({
      name: index.name,
      weight: index.weight ?? 0,
      type: index.type ?? 'basic',
      pattern: index.pattern,
      toLower: index.toLower ?? user.toLower ?? false,
      cardinalityThreshold: index.cardinalityThreshold ?? 0,
    })),
  }
}

const usualIndices: NonNullable<UserRelated['indices']> = [
  { name: 'keywords', weight: 100 },
  { name: 'date', weight: 10 },
  { name: 'tags', weight: 80 },
]
