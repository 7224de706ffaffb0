import type { Nodes, Root } from 'mdast'
import { DEEPEST } from '../../content/is-too-deep.ts'

/** Whether a tree is nested too deep for code that walks it by recursion. */
export function isTooDeepTree(root: Root): boolean {
  let level: readonly Nodes[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > 2 * DEEPEST) return true
    level = level.flatMap((node): readonly Nodes[] => ('children' in node ? node.children : []))
  }
  return false
}
