import type { Diagnostic } from '../base/diagnostic.ts'
import { nearest } from '../base/nearest.ts'
import { matterTextOf } from '../content/matter/matter-text.ts'
import { placeOfKey } from '../content/matter/place-of-key.ts'
import type { Page, PageSource } from '../content/page.ts'
import type { Site } from '../content/site.ts'
import type { Theme } from '../theme/theme.ts'

/**
 * Tells of the layouts that pages ask for and that are not there: each such page has that of its kind. Where that is a
 * warning, a layout is told once, at the first page that asks for it.
 */
export function checkLayouts(sites: readonly Site[], theme: Theme): readonly Diagnostic[] {
  const names = Object.keys(theme.layouts).sort()
  return sites.flatMap((site) => {
    const severity = site.config.missingLayouts
    const asking = site.pages.flatMap((page) => missingIn(page, theme))
    const told =
      severity === 'error'
        ? asking
        : [...new Map(asking.toReversed().map((one) => [one.layout, one])).values()]
    return told.map(({ layout, source }): Diagnostic => {
      const meant = nearest(layout, names)
      return {
        code: 'theme/missing-layout',
        severity,
        message: `Cannot use the layout "${layout}": neither layouts/ nor the theme "${theme.name}" has it`,
        hint: meant
          ? `Did you mean "${meant}"?`
          : `There is ${names.join(', ')}; or add layouts/${layout}.tsx`,
        place: placeOfKey(matterTextOf(source), 'layout'),
      }
    })
  })
}

/** The layout that a page asks for, as far as the theme has it. */
export const ownLayoutOf = ({ matter }: Page, { layouts }: Pick<Theme, 'layouts'>): string | undefined =>
  matter.layout !== undefined && Object.hasOwn(layouts, matter.layout) ? matter.layout : undefined

type Asking = { readonly layout: string; readonly source: PageSource }

function missingIn(page: Page, theme: Theme): readonly Asking[] {
  const { kind, source } = page
  const { layout } = page.matter
  if (layout === undefined || !source || ownLayoutOf(page, theme) !== undefined) return []
  // Hugo calls the usual one of a page `single`.
  return kind === 'page' && layout === 'single' ? [] : [{ layout, source }]
}
