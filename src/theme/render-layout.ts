import { type ComponentType, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { SiteError } from '../base/site-error.ts'
import { placeOfThrow } from './place-of-throw.ts'
import type { Theme } from './theme.ts'

export type LayoutCall = {
  readonly layout: string
  readonly props: object
  /** What is rendered, for messages: `content/posts/a.md`. */
  readonly page: string
  /** The site's folder, from which places are told. */
  readonly root: string
}

/** A whole document from a layout and its props. @throws SiteError theme/render, naming the page and the layout */
export function renderLayout(theme: Theme, { layout, props, page, root }: LayoutCall): string {
  // Which props a layout takes goes by its name (props.ts); what it does with them shows when it runs.
  const component = theme.layouts[layout] as ComponentType<object> | undefined
  if (!component) throw new TypeError(`no layout "${layout}": checkLayouts comes before`)
  try {
    return `<!doctype html>\n${renderToString(h(component, props))}\n`
  } catch (cause) {
    const place = placeOfThrow(cause, root)
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new SiteError(
      {
        code: 'theme/render',
        message: `Cannot render ${page} with the layout "${layout}": ${reason.replace(/\.$/, '')}`,
        hint: 'Mend the layout, or the value of the page that it does not expect',
        ...(place && { place }),
      },
      { cause },
    )
  }
}
