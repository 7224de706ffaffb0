import type { ShortcodeMistake, ShortcodeTag } from './shortcode-tag.ts'

/** A call or an escaped tag, with what stands in it. */
export type ShortcodeNode = {
  readonly tag: ShortcodeTag
  /** The range of the inner text; undefined for a call without one. */
  readonly inner: { readonly start: number; readonly end: number } | undefined
  readonly children: readonly ShortcodeNode[]
  /** Where the call is over: behind its closing tag, if it has one. */
  readonly end: number
}

type Open = { readonly tag: ShortcodeTag; readonly children: ShortcodeNode[] }

/**
 * Puts calls into those in whose inner text they stand. `innerOf` says of a name whether it must have a closing tag,
 * cannot have one, or (undefined) either: then it has one where one follows. The kinds of delimiters of the two
 * tags need not be the same, as in Hugo.
 */
export function nestShortcodes(
  tags: readonly ShortcodeTag[],
  innerOf: (name: string) => boolean | undefined,
): { readonly nodes: readonly ShortcodeNode[]; readonly mistakes: readonly ShortcodeMistake[] } {
  const mistakes: ShortcodeMistake[] = []
  const root: ShortcodeNode[] = []
  const open: Open[] = []
  /** How many are open of each name: a stray closing tag need not look through all of them. */
  const counts = new Map<string, number>()
  /** Tags with a mistake, whose closing tags are no mistake too. */
  const brokenOnes = new Map<string, number>()
  const count = (tag: ShortcodeTag, by: number) => add(counts, tag, by)
  const current = () => open.at(-1)?.children ?? root

  /** Calls that turn out to have no closing tag: what was taken for their inner text stands beside them. */
  const giveUp = (depth: number) => {
    const lost = open.splice(depth)
    for (const { tag, children } of lost) {
      count(tag, -1)
      if (innerOf(tag.name) === true) mistakes.push(unclosed(tag))
      current().push(leaf(tag))
      for (const child of children) current().push(child)
    }
  }

  for (const tag of tags) {
    if (tag.type === 'broken' && innerOf(tag.name) !== false) add(brokenOnes, tag, 1)
    if (tag.type === 'broken' || tag.type === 'escaped') current().push(leaf(tag))
    else if (tag.type === 'call') {
      if (tag.closesItself || innerOf(tag.name) === false) current().push(leaf(tag))
      else {
        open.push({ tag, children: [] })
        count(tag, 1)
      }
    } else if (counts.get(nameOf(tag))) {
      giveUp(open.findLastIndex((one) => nameOf(one.tag) === nameOf(tag)) + 1)
      const closed = open.pop()
      if (!closed) continue
      count(closed.tag, -1)
      current().push({
        tag: closed.tag,
        inner: { start: closed.tag.end, end: tag.start },
        children: closed.children,
        end: tag.end,
      })
    } else if (brokenOnes.get(nameOf(tag))) add(brokenOnes, tag, -1)
    else {
      mistakes.push(stray(tag, innerOf(tag.name)))
      current().push(leaf({ ...tag, type: 'broken' }))
    }
  }
  giveUp(0)
  return { nodes: root, mistakes }
}

const add = (counts: Map<string, number>, tag: ShortcodeTag, by: number) =>
  counts.set(nameOf(tag), (counts.get(nameOf(tag)) ?? 0) + by)

const nameOf = ({ name }: ShortcodeTag) => name.toLowerCase()

const leaf = (tag: ShortcodeTag): ShortcodeNode => ({ tag, inner: undefined, children: [], end: tag.end })

function unclosed({ name, start, delimiter }: ShortcodeTag): ShortcodeMistake {
  const [from, to] = delimiter === '<' ? ['{{<', '>}}'] : ['{{%', '%}}']
  return {
    offset: start,
    reason: `"${name}" is not closed, and it needs its inner text`,
    hint: `Write ${from} /${name} ${to} behind its inner text, or end the tag with /${to}`,
  }
}

function stray({ name, start }: ShortcodeTag, inner: boolean | undefined): ShortcodeMistake {
  return inner === false
    ? {
        offset: start,
        reason: `"${name}" is closed, and it has no inner text`,
        hint: 'Take the closing tag out',
      }
    : {
        offset: start,
        reason: `"${name}" is closed, and it is not open here`,
        hint: 'Take the closing tag out',
      }
}
