import type { Diagnostic } from '../base/diagnostic.ts'
import { nearest } from '../base/nearest.ts'
import { SiteError } from '../base/site-error.ts'
import { placeOfKey } from '../content/place-of-key.ts'
import type { Site } from '../content/site.ts'
import { splitMatter } from '../content/split-matter.ts'
import type { Theme } from '../theme/theme.ts'

/** Sees to it that every layout that a page asks for is there. @throws SiteError theme/missing-layout */
export function checkLayouts(sites: readonly Site[], theme: Theme): void {
  const names = Object.keys(theme.layouts).sort()
  const pages = sites.flatMap((site) => site.pages)
  const diagnostics = pages.flatMap(({ matter, source }): Diagnostic[] => {
    if (matter.layout === undefined || !source || names.includes(matter.layout)) return []
    const meant = nearest(matter.layout, names)
    const split = splitMatter(source.path, source.text)
    return [
      {
        code: 'theme/missing-layout',
        severity: 'error',
        message: `Cannot use the layout "${matter.layout}": neither layouts/ nor the theme "${theme.name}" has it`,
        hint: meant
          ? `Did you mean "${meant}"?`
          : `There is ${names.join(', ')}; or add layouts/${matter.layout}.tsx`,
        place: placeOfKey({ ...source, split }, 'layout'),
      },
    ]
  })
  if (diagnostics.length > 0) throw new SiteError(diagnostics)
}
