import { createRequire } from 'node:module'
import type { Root } from 'mdast'

/**
 * The part of satteri that is used. Its own types are left alone: they add JSX to mdast and hast for everyone.
 */
type Native = {
  readonly markdownToMdast: (
    text: string,
    options: {
      readonly features: Readonly<Record<'gfm' | 'definitionList' | 'frontmatter', boolean>>
    },
  ) => { readonly type: string }
}

export type NativeParse = (text: string, options: Parameters<Native['markdownToMdast']>[1]) => Root

/**
 * The native parser, or undefined where there is no binary for this machine. A parser is called synchronously, so it
 * is required, not imported: only then can it be loaded as late as the first document.
 */
export function loadNative(): NativeParse | undefined {
  try {
    const { markdownToMdast } = require('satteri') as Native
    return (text, options) => rootOf(markdownToMdast(text, options))
  } catch {
    return undefined
  }
}

const require = createRequire(import.meta.url)

function rootOf(node: { readonly type: string }): Root {
  if (node.type !== 'root') throw new TypeError('The native parser gave no root')
  return node as Root
}
