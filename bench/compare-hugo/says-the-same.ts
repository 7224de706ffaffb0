/**
 * Whether two texts are one but for what neither author wrote: an alert's mark or the title in its place, numbers of
 * lines, the label of footnotes, and how quotes stand in a call that prints itself.
 */
export function saysTheSame(hugo: string, inkseal: string): boolean {
  const wanted = plain(hugo)
    .split(/\[!(\w+)\]/)
    .map((part, index) => (index % 2 === 1 ? `(${part})?` : part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')))
  return new RegExp(`^${wanted.join('')}$`, 'i').test(plain(inkseal).replace('Footnotes', ''))
}

const plain = (text: string) =>
  text.replaceAll(/\{\{.*?\}\}/g, (call) => call.replaceAll(/[“”]/g, '"')).replaceAll(/\d|\s/g, '')
