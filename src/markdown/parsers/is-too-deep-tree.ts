import type { Nodes, Root } from 'mdast'
import { DEEPEST } from '../../content/is-too-deep.ts'

/** Whether a tree is nested too deep for code that walks it by recursion. */
export const isTooDeepTree = (root: Root): boolean => isDeeper(root, 2 * DEEPEST)

function isDeeper(node: Nodes, levels: number): boolean {
  if (levels < 0) return true
  if (!('children' in node)) return false
  for (const child of node.children) if (isDeeper(child, levels - 1)) return true
  return false
}
