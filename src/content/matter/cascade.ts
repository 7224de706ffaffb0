import { createGlob } from '../create-glob.ts'
import type { PageKind } from '../page.ts'
import { lowerKeys } from './lower-keys.ts'
import { isRecord, type MatterLayer, type ToLayer } from './matter-layer.ts'
import type { MatterText } from './matter-text.ts'
import type { MatterRecord } from './parse-matter.ts'

/** For whom front matter is meant that others inherit. */
export type CascadeTarget = {
  /** Logical: `/posts/a`. */
  readonly path: string
  readonly kind: PageKind
  readonly language: string
  /** `production` for what readers see, `development` while it is written. */
  readonly environment: string
}

export type CascadeRule = {
  readonly matches: (target: CascadeTarget) => boolean
  readonly layer: MatterLayer
  /** The file that it stands in, for messages; undefined for the config. */
  readonly origin: MatterText | undefined
}

export type CascadeContext = Pick<CascadeRule, 'origin'> & {
  readonly toLayer: ToLayer
}

/**
 * Reads `cascade`, a map or a list of maps, each front matter with a `target` of globs (Hugo's manual, "Cascade").
 * Undefined where it is neither.
 */
export function readCascade(
  value: unknown,
  { toLayer, origin }: CascadeContext,
): readonly CascadeRule[] | undefined {
  const items = Array.isArray(value) ? value : [value]
  const rules: CascadeRule[] = []
  for (const item of items.map(lowerKeys)) {
    if (!isRecord(item)) return undefined
    const { target: own, _target: old, ...values } = item
    const target = own ?? old ?? {}
    if (!isRecord(target)) return undefined
    rules.push({ matches: matcherOf(target), layer: toLayer(values), origin })
  }
  return rules
}

function matcherOf(target: MatterRecord): CascadeRule['matches'] {
  const globs = (['path', 'kind', 'language', 'environment'] as const).flatMap((key) => {
    const written = target[key] ?? (key === 'language' ? target.lang : undefined)
    return typeof written === 'string' && written !== '' ? [{ key, fits: createGlob(written) }] : []
  })
  return (page) => globs.every(({ key, fits }) => fits(page[key]))
}
