import type { Config, OutputFormat } from '../config/config.ts'
import type { Page } from './page.ts'

/**
 * What a page is published as. `outputs` in its front matter stands instead of what its kind has, as Hugo 0.169 does
 * (measured; its manual says "in addition"); but `markdown`, which is a form beside the page, never takes the page away.
 */
export function formatsOf({ kind, matter }: Page, { outputs, disabled }: Config): ReadonlySet<OutputFormat> {
  if (matter.build.render !== 'always' || disabled.has(kind)) return new Set()
  const own = matter.outputs
  const asked = own.length === 0 || own.every((format) => format === 'markdown') ? outputs[kind] : []
  return new Set([...asked, ...own].filter((format) => !isFeed(format) || !disabled.has('rss')))
}

const isFeed = (format: OutputFormat) => format === 'rss' || format === 'atom' || format === 'json'

/** Whether a link to the page leads to something: it is published as HTML, or lies where another program puts it. */
export const isReadable = (page: Page, config: Config): boolean =>
  isPublishedAs(page, 'html', config) || page.matter.build.render === 'link'

export function isPublishedAs(page: Page, format: OutputFormat, config: Config): boolean {
  const { kind, matter } = page
  // That of nearly every page: it is asked for several times of each.
  if (format === 'html' && matter.outputs.length === 0)
    return (
      matter.build.render === 'always' && !config.disabled.has(kind) && config.outputs[kind].includes('html')
    )
  return formatsOf(page, config).has(format)
}
