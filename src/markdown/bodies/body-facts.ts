import type { Diagnostic } from '../../base/diagnostic.ts'
import { digestOf } from '../../base/digest-of.ts'
import type { Kept, Made } from '../../base/workshop.ts'
import type { MarkdownConfig } from '../../config/markdown-config.ts'
import type { Page } from '../../content/page.ts'
import type { RenderOutcome } from '../render-page.ts'
import type { Rendered } from '../rendered.ts'
import { KeptBody, type OwnFacts } from './kept-body.ts'
import { packLink } from './kept-link.ts'

export type NewBody = RenderOutcome & {
  /** All that the body was made from, the page included. */
  readonly origin: string
  /** Whether it must be made in every build: something that it was made from cannot be asked for. */
  readonly isFleeting: boolean
}

/**
 * A body as it is kept: its HTML as the text, as facts what all bodies are asked for, and as the rest a line of JSON
 * each for the summary, the headings, the links and the ids.
 *
 * Its digest is that of its origin, which costs a twentieth of a digest of the HTML; of what is made in every build,
 * the origin does not say all.
 */
export function bodyFacts({ rendered, warnings, errors, origin, isFleeting }: NewBody): Made {
  const { html, titleHeading, summary, headings, truncated, words, cjk, assets, links, ids } = rendered
  // What kept a page from being rendered may be gone.
  const isOnce = isFleeting || errors.length > 0
  const parts = [summary, headings, links.map(packLink), [...ids]].map((part) => JSON.stringify(part))
  const head: Head = {
    // It comes first, for `isLasting`.
    ...(isOnce && FLEETING),
    own: {
      digest: digestOf(isOnce ? [origin, words, ...parts, html].join('\n') : origin),
      titleHeading,
      truncated,
      words,
      cjk,
      assets,
    },
    ...(warnings.length > 0 && { warnings }),
    ...(errors.length > 0 && { errors }),
  }
  return { facts: JSON.stringify(head), rest: parts.join('\n'), text: html }
}

/** Those of a page that could not be rendered. */
export function failureFacts(errors: readonly Diagnostic[]): Made {
  const head: Head = { ...FLEETING, errors }
  return { facts: JSON.stringify(head) }
}

/** Whether facts may be used in another build. */
export const isLasting = (facts: string): boolean => !facts.startsWith('{"fleeting"')

export type Body = {
  /** Undefined where the page could not be rendered. */
  readonly rendered: Rendered | undefined
  readonly warnings: readonly Diagnostic[]
  readonly errors: readonly Diagnostic[]
}

type BodyContext = { readonly page: Page; readonly contents: MarkdownConfig['contents'] }

/** The body of what was kept. The rest is read when it is asked for, the HTML each time. */
export function readBody({ facts, rest, text }: Kept, { page, contents }: BodyContext): Body {
  const { own, warnings = [], errors = [] }: Head = JSON.parse(facts)
  const rendered = own && new KeptBody({ page, own, rest, levels: contents, text })
  return { rendered, warnings, errors }
}

const FLEETING = { fleeting: true } as const

type Head = {
  readonly fleeting?: true
  readonly own?: OwnFacts
  readonly warnings?: readonly Diagnostic[]
  readonly errors?: readonly Diagnostic[]
}
