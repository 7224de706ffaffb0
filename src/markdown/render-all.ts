import type { Diagnostic } from '../base/diagnostic.ts'
import { mapConcurrent } from '../base/map-concurrent.ts'
import { SiteError } from '../base/site-error.ts'
import { sortDiagnostics } from '../base/sort-diagnostics.ts'
import type { Site } from '../content/site.ts'
import { createRenderer, type SiteShortcodes } from './create-renderer.ts'
import type { Rendered } from './rendered.ts'

export type RenderedSite = {
  /** By page id; a page without a source has none, nor has one that a plugin failed at. */
  readonly rendered: ReadonlyMap<string, Rendered>
  readonly warnings: readonly Diagnostic[]
  /** What keeps pages from being rendered. */
  readonly errors: readonly Diagnostic[]
}

/**
 * Renders every page that has a source; `step` is called after each page. The mistakes of one page do not hide those
 * of the next.
 *
 * @throws SiteError markdown/plugin when a plugin cannot be attached
 */
export async function renderAll(
  site: Site,
  step: () => void,
  shortcodes?: SiteShortcodes,
): Promise<RenderedSite> {
  const render = createRenderer(site, shortcodes)
  const rendered = new Map<string, Rendered>()
  const warnings: Diagnostic[] = []
  const errors: Diagnostic[] = []
  await mapConcurrent(site.pages, 8, async (page) => {
    try {
      if (!page.source) return
      const outcome = await render(page)
      rendered.set(page.id, outcome.rendered)
      warnings.push(...outcome.warnings)
      errors.push(...outcome.errors)
    } catch (error) {
      if (!(error instanceof SiteError)) throw error
      errors.push(...error.diagnostics)
    } finally {
      step()
    }
  })
  return { rendered, warnings: sortDiagnostics(warnings), errors: sortDiagnostics(errors) }
}
