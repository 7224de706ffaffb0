import type { Nodes } from 'mdast'
import type { PageLink } from '../../markdown/rendered.ts'

export type LinkContext = {
  /** Absolute URL of the page. */
  readonly base: string
  /** What the page's links were resolved to. */
  readonly links: readonly PageLink[]
}

/** Markdown whose links, images and definitions are absolute URLs. Everything else stays as its author wrote it. */
export async function withAbsoluteLinks(body: string, { base, links }: LinkContext): Promise<string> {
  const [{ unified }, { default: remarkParse }, { default: remarkGfm }, { visit }] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-gfm'),
    import('unist-util-visit'),
  ])
  const resolved = new Map(links.map(({ target, url }) => [target, url]))
  const edits: Edit[] = []
  visit(unified().use(remarkParse).use(remarkGfm).parse(body), (node) => {
    const edit = editOf(node, body, (target) => absolute(resolved.get(target) ?? target, base))
    if (edit) edits.push(edit)
  })
  // From the end, so that the offsets before stay what they are.
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, url }) => text.slice(0, start) + url + text.slice(end), body)
}

type Edit = { readonly start: number; readonly end: number; readonly url: string }

/** Where in the text the destination of a link stands: the last time that it is written in it, but for a title. */
function editOf(node: Nodes, body: string, resolve: (target: string) => string): Edit | undefined {
  if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return undefined
  const from = node.position?.start.offset
  const to = node.position?.end.offset
  if (from === undefined || to === undefined || node.url === '') return undefined
  const opening = node.type === 'definition' ? ']:' : ']('
  const written = body.slice(from, to)
  const before = written.lastIndexOf(opening)
  const start = before === -1 ? -1 : written.indexOf(node.url, before + opening.length)
  const url = resolve(node.url)
  if (start === -1 || url === node.url) return undefined
  return { start: from + start, end: from + start + node.url.length, url }
}

const absolute = (url: string, base: string) =>
  !URL.canParse(url) && URL.canParse(url, base) ? new URL(url, base).href : url
