import type { Rendered } from '../../../src/markdown/rendered.ts'

/** A body with all that it reads when it is asked for, to be compared. */
export function wholeBody(rendered: Rendered | undefined) {
  if (!rendered) throw new TypeError('the page could not be rendered')
  const { html, summary, headings, contents, links, ids } = rendered
  const found = links.map(({ kind, target, url, place }) => ({ kind, target, url, place }))
  return { ...rendered, html, summary, headings, contents, links: found, ids }
}
