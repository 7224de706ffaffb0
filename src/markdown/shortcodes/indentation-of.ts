/** The white space between the start of its line and an offset; empty where anything else stands there too. */
export function indentationOf(document: string, offset: number): string {
  let start = offset
  while (start > 0 && /[ \t]/.test(document.charAt(start - 1))) start--
  return start === 0 || document.charAt(start - 1) === '\n' ? document.slice(start, offset) : ''
}
