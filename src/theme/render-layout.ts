import { type ComponentType, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { SiteError } from '../base/site-error.ts'
import type { Theme } from './theme.ts'

/** A whole document from a layout and its props. @throws SiteError theme/render, naming the page and the layout */
export function renderLayout<Props extends object>(
  theme: Theme,
  layout: string,
  props: Props,
  page: string,
): string {
  // Which props a layout takes goes by its name (props.ts); what it does with them shows when it runs.
  const component = theme.layouts[layout] as ComponentType<Props> | undefined
  if (!component)
    throw new SiteError({
      code: 'theme/missing-layout',
      message: `Cannot render ${page}: there is no layout "${layout}"`,
    })
  try {
    return `<!doctype html>\n${renderToString(h(component, props))}\n`
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new SiteError(
      {
        code: 'theme/render',
        message: `Cannot render ${page} with the layout "${layout}": ${reason.replace(/\.$/, '')}`,
        hint: 'Mend the layout, or the value of the page that it does not expect',
        ...placeOf(cause),
      },
      { cause },
    )
  }
}

/** Where a component threw, in its own source: the bundle has a source map, which Node applies to stacks. */
function placeOf(cause: unknown) {
  const stack = cause instanceof Error ? (cause.stack ?? '') : ''
  const match = /(?:file:\/\/|\()([^()\s]*\.tsx?):(\d+):(\d+)/.exec(stack)
  if (!match?.[1]) return {}
  return { place: { path: match[1], line: Number(match[2]), column: Number(match[3]) } }
}
