import { fileOfUrl } from '../../content/url/file-of-url.ts'
import { renderLayout } from '../../theme/render-layout.ts'
import type { Theme } from '../../theme/theme.ts'
import type { Document } from '../document.ts'

export type DocumentIdInput = {
  readonly documents: readonly Document[]
  readonly theme: Theme
  /** The site's folder. */
  readonly root: string
}

/**
 * Finds the ids in a whole document, those of its layout included. That takes rendering it, so each is rendered at
 * most once, and only when it is asked for.
 */
export function documentIds({ documents, theme, root }: DocumentIdInput) {
  const byFile = new Map(documents.map((document) => [fileOfUrl(document.url).normalize(), document]))
  const found = new Map<string, ReadonlySet<string>>()
  return (file: string): ReadonlySet<string> | undefined => {
    const document = byFile.get(file)
    if (!document) return undefined
    const known = found.get(file)
    if (known) return known
    const { layout, props, name } = document
    const html = renderLayout(theme, { layout, props: props(), page: name, root })
    const ids = new Set([...html.matchAll(/\sid=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/g)].map(idOf))
    found.set(file, ids)
    return ids
  }
}

const idOf = ([, double, single, bare]: RegExpExecArray | RegExpMatchArray) => double ?? single ?? bare ?? ''
