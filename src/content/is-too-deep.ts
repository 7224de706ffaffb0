/** How deep blocks and emphasis may be nested: people stop at ten, and the call stack lasts to a few thousand. */
export const DEEPEST = 200

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
