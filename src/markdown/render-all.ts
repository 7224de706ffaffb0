import type { Diagnostic } from '../base/diagnostic.ts'
import { digestOf } from '../base/digest-of.ts'
import { onceAsked } from '../base/once.ts'
import { SiteError } from '../base/site-error.ts'
import { sortDiagnostics } from '../base/sort-diagnostics.ts'
import { alone, type Workshop } from '../base/workshop.ts'
import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'
import { bodyFacts, failureFacts, isLasting, readBody } from './bodies/body-facts.ts'
import { createQuestions } from './bodies/create-questions.ts'
import type { Renderer, SiteShortcodes } from './create-renderer.ts'
import type { Rendered } from './rendered.ts'

export type RenderOptions = {
  readonly site: Site
  readonly shortcodes?: SiteShortcodes
  /** Of the code of these shortcodes. Where there are any, bodies are kept by it. */
  readonly shortcodesDigest?: string
  readonly workshop?: Workshop
  /** A digest of what every body depends on: Inkseal itself, Node, and the config with its plugins. */
  readonly ground?: string
}

export type RenderedSite = {
  /** By page id; a page without a source has none, nor has one that a plugin failed at. */
  readonly rendered: ReadonlyMap<string, Rendered>
  readonly warnings: readonly Diagnostic[]
  /** What keeps pages from being rendered. */
  readonly errors: readonly Diagnostic[]
}

/**
 * Renders every page that has a source, or takes its body from where it is kept. The mistakes of one page do not hide
 * those of the next.
 *
 * @throws SiteError markdown/plugin when a plugin cannot be attached
 */
export async function renderAll({
  site,
  shortcodes = { shortcodes: {} },
  shortcodesDigest = '',
  workshop = alone,
  ground = '',
}: RenderOptions): Promise<RenderedSite> {
  const { config } = site
  const pages = site.pages.filter(({ source }) => source)
  const pageAt = (index: number): Page => {
    const page = pages[index]
    if (!page) throw new RangeError(`there is no page ${index}`)
    return page
  }
  const base = digestOf(`${ground}\n${shortcodesDigest}`)
  const keyOf = (index: number) => `${base} ${pageAt(index).digest}`
  const questions = createQuestions(site)
  // The pipeline takes its time to load, and is not needed where nothing has changed.
  const renderer = onceAsked(async (): Promise<Renderer> => {
    const { createRenderer } = await import('./create-renderer.ts')
    return createRenderer(site, { ...shortcodes, questions })
  })
  const kept = await workshop.each({
    stage: `body ${config.language.code}`,
    count: pages.length,
    keyOf,
    async make(index, note) {
      const render = await renderer()
      const asked = [keyOf(index)]
      let isFleeting = false
      const again = () => {
        isFleeting = true
      }
      try {
        const outcome = await render(pageAt(index), {
          note(question, answer) {
            note(question, answer)
            asked.push(`${question}\n${answer}`)
          },
          again,
        })
        return bodyFacts({ ...outcome, origin: asked.join('\n'), isFleeting })
      } catch (error) {
        if (!(error instanceof SiteError)) throw error
        return failureFacts(error.diagnostics)
      }
    },
    answer: (index, question) => questions.answer(pageAt(index), question),
    isThere: (_index, facts) => isLasting(facts),
  })
  const rendered = new Map<string, Rendered>()
  const warnings: Diagnostic[] = []
  const errors: Diagnostic[] = []
  kept.forEach((body, index) => {
    const page = pageAt(index)
    const read = readBody(body, { page, contents: config.markdown.contents })
    if (read.rendered) rendered.set(page.id, read.rendered)
    warnings.push(...read.warnings)
    errors.push(...read.errors)
  })
  return { rendered, warnings: sortDiagnostics(warnings), errors: sortDiagnostics(errors) }
}
