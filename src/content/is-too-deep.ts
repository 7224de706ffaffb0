/** How deep blocks and emphasis may be nested: people stop at ten, and the call stack lasts to a few thousand. */
export const DEEPEST = 200

const MARKERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))*/

/** Whether a line opens more containers than can be nested: remark-parse would take minutes to find out. */
export function isTooDeep(text: string): boolean {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    // A line that is shorter than that holds fewer markers, and nearly all begin with none.
    if (end - start >= DEEPEST && FIRST.includes(text.charAt(start)) && isTooDeepLine(text.slice(start, end)))
      return true
    start = end + 1
  }
  return false
}

/** What a line of markers begins with. */
const FIRST = '>-+*0123456789 \t'

function isTooDeepLine(line: string): boolean {
  const [markers = ''] = MARKERS.exec(line) ?? []
  // A rule such as `* * *` opens nothing.
  const isRule = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/.test(line)
  return !isRule && (markers.match(/[^\s\d]/g)?.length ?? 0) > DEEPEST
}
