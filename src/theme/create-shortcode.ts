import { type ComponentChildren, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { placeName } from '../base/format-diagnostic.ts'
import { SiteError } from '../base/site-error.ts'
import type { ShortcodeDefinition } from '../markdown/shortcodes/shortcode.ts'
import type { ShortcodeCall } from '../markdown/shortcodes/shortcode-call.ts'
import { ShortcodeFailure } from '../markdown/shortcodes/shortcode-failure.ts'
import { ShortcodeRefusal } from '../markdown/shortcodes/shortcode-refusal.ts'
import { placeOfThrow } from './place-of-throw.ts'

type Origin = {
  readonly name: string
  /** Relative to the site's folder. */
  readonly file: string
  readonly root: string
}

/**
 * A shortcode of a module in `layouts/shortcodes/`: its default export is a component that gives HTML, its export
 * `markdown` a function that gives Markdown for `{{% %}}`, and `inner` says whether there must be, or cannot be, inner
 * text.
 *
 * @throws SiteError theme/invalid where it exports something else
 */
export function createShortcode(module: unknown, origin: Origin): ShortcodeDefinition {
  const { default: component, markdown, inner } = exportsOf(module)
  if (!isOptionalFunction(component) || !isOptionalFunction(markdown)) {
    throw invalid(origin, 'its default export or its `markdown` is not a function')
  }
  if (!component && !markdown) throw invalid(origin, 'it has no default export')
  if (inner !== undefined && typeof inner !== 'boolean')
    throw invalid(origin, 'its `inner` is not true or false')
  const render = component && ((call: ShortcodeCall) => renderToString(h(() => component(call), null)))
  const write = markdown && ((call: ShortcodeCall) => textOf(markdown(call)))
  return {
    inner,
    render: render && ((call) => attempt(() => render(call), origin)),
    markdown: write && ((call) => attempt(() => write(call), origin)),
  }
}

type GivesAnything = (call: ShortcodeCall) => ComponentChildren

function exportsOf(module: unknown): Readonly<Record<string, unknown>> {
  return typeof module === 'object' && module !== null ? { ...module } : {}
}

const isOptionalFunction = (value: unknown): value is GivesAnything | undefined =>
  value === undefined || typeof value === 'function'

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return ''
  throw new TypeError('`markdown` gives something else than a string')
}

/** What it throws is told at the call's place in the post, with the place in the component. */
function attempt(run: () => string, { root, file }: Origin): string {
  try {
    return run()
  } catch (cause) {
    if (cause instanceof ShortcodeRefusal) throw cause
    const place = placeOfThrow(cause, root)
    throw new ShortcodeFailure(place ? placeName(place) : file, cause)
  }
}

function invalid({ name, file }: Origin, reason: string): SiteError {
  return new SiteError({
    code: 'theme/invalid',
    message: `Cannot use the shortcode "${name}": ${reason}`,
    hint: 'Write `export default function …` there, or `export const markdown = …` for a shortcode of Markdown',
    place: { path: file },
  })
}
