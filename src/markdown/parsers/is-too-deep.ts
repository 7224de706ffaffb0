import type { Nodes, Root } from 'mdast'

/** How deep blocks and emphasis may be nested: people stop at ten, and the call stack lasts to a few thousand. */
const DEEPEST = 200

const MARKERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))*/

/** Whether a line opens more containers than can be nested: remark-parse would take minutes to find out. */
export function isTooDeep(text: string): boolean {
  // A line that is shorter than that holds fewer markers.
  const long = new RegExp(`^[^\\n]{${DEEPEST}}`, 'gm')
  for (const { index } of text.matchAll(long)) {
    const end = text.indexOf('\n', index)
    const [markers = ''] = MARKERS.exec(text.slice(index, end === -1 ? text.length : end)) ?? []
    // A rule such as `* * *` opens nothing.
    const isRule = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/.test(
      text.slice(index, end === -1 ? text.length : end),
    )
    if (!isRule && (markers.match(/[^\s\d]/g)?.length ?? 0) > DEEPEST) return true
  }
  return false
}

/** Whether a tree is nested too deep for code that walks it by recursion. */
export function isTooDeepTree(root: Root): boolean {
  let level: readonly Nodes[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > 2 * DEEPEST) return true
    level = level.flatMap((node): readonly Nodes[] => ('children' in node ? node.children : []))
  }
  return false
}
