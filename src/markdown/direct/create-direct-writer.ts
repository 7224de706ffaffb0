import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Body, BodyOptions } from '../body.ts'
import { type DirectOptions, writeDocument } from './write-document.ts'

/** Undefined where the document holds something that is left to the pipeline. */
export type DirectWriter = (tree: Root, file: VFile, options: BodyOptions) => Body | undefined

/**
 * The short way from a parsed document to HTML. The pipeline (`createProcessor`) says what Markdown becomes; this
 * writes the very same of what nearly all posts are made of, without making trees in between, in a twentieth of the
 * time. A test holds the two against each other, on the specifications' examples and on mutated posts, and
 * `npm run compare:parsers -- DIR` does on any folder.
 *
 * Undefined for a site with plugins of its own, which are to meet the trees.
 */
export function createDirectWriter(direct: DirectOptions): DirectWriter | undefined {
  const { remarkPlugins, rehypePlugins, hardWraps } = direct.markdown
  if (remarkPlugins.length + rehypePlugins.length > 0 || hardWraps) return undefined
  return (tree, file, options) => writeDocument(tree, file, { ...direct, ...options })
}
