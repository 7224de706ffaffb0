import { adoptInner } from './adopt-inner.ts'
import { createCall } from './create-call.ts'
import type { CallMistake, Expanding } from './expanding.ts'
import { indentationOf } from './indentation-of.ts'
import { exactPiece, type MappedText, madePiece, type Piece, textOf } from './mapped-text.ts'
import type { ShortcodeNode } from './nest-shortcodes.ts'
import type { ShortcodeDefinition } from './shortcode.ts'
import type { ShortcodeCall, ShortcodeParent } from './shortcode-call.ts'
import { ShortcodeFailure } from './shortcode-failure.ts'
import { ShortcodeRefusal } from './shortcode-refusal.ts'
import type { ShortcodeTag } from './shortcode-tag.ts'

/** Calls within calls; more than any author means, less than the stack holds. */
const MAX_DEPTH = 100

/** The label of a link definition has at most 999 characters (CommonMark §4.7). */
const LABEL = 1010

/** The text that Markdown is to read, with the calls run in the order of the document. */
export function expandShortcodes(nodes: readonly ShortcodeNode[], expanding: Expanding): MappedText {
  const range = { start: 0, end: expanding.document.length }
  return expandRange(range, nodes, { expanding, parent: undefined, isMarkdown: true, depth: 0 })
}

type Frame = {
  readonly expanding: Expanding
  readonly parent: ShortcodeParent | undefined
  /** Whether what stands here is read as Markdown with the page: no call around it is one by `{{<`. */
  readonly isMarkdown: boolean
  readonly depth: number
}

function expandRange(
  { start, end }: { start: number; end: number },
  nodes: readonly ShortcodeNode[],
  frame: Frame,
): MappedText {
  const { document } = frame.expanding
  const pieces: Piece[] = []
  let position = start
  let ordinal = 0
  for (const node of nodes) {
    pieces.push(exactPiece(document, position, node.tag.start))
    const { tag } = node
    if (tag.type === 'escaped') {
      const placeholder = frame.expanding.table.add({ type: 'text', value: tag.text })
      pieces.push(madePiece(placeholder, { from: tag.start, to: tag.end }, tag.text))
    } else if (tag.type === 'call') pieces.push(...expandCall(node, { ...frame, ordinal: ordinal++ }))
    position = node.end
  }
  pieces.push(exactPiece(document, position, end))
  return pieces
}

function expandCall(node: ShortcodeNode, { ordinal, ...frame }: Frame & { ordinal: number }): MappedText {
  const { tag, children } = node
  const { expanding, depth, parent } = frame
  const definition = expanding.find(tag)
  if (depth >= MAX_DEPTH) {
    const reason = `more than ${MAX_DEPTH} calls stand in one another`
    expanding.tell({ code: 'shortcode/syntax', tag, reason, hint: 'Close those further up' })
    return []
  }
  const view = viewOf(tag, { ordinal, parent })
  const isMarkdown = frame.isMarkdown && tag.delimiter === '%'
  // What stands in a call that does not exist is looked through as well, so that all mistakes are told at once.
  const inner = node.inner
    ? expandRange(node.inner, children, { expanding, parent: view, isMarkdown, depth: depth + 1 })
    : []
  if (!definition) return []
  const call = createCall(view, { node, inner, expanding })
  const run = tag.delimiter === '%' ? runMarkdown : runHtml
  try {
    return run(definition, call, { node, inner, frame })
  } catch (cause) {
    expanding.tell(explain(cause, tag))
    return []
  }
}

function viewOf(
  { name, arguments: given }: ShortcodeTag,
  { ordinal, parent }: { ordinal: number; parent: ShortcodeParent | undefined },
): ShortcodeParent {
  const get = (key: string | number) =>
    typeof key === 'number'
      ? given.positional[key]
      : Object.hasOwn(given.named, key)
        ? given.named[key]
        : undefined
  return { name, arguments: given, get, ordinal, parent }
}

type Run = { readonly node: ShortcodeNode; readonly inner: MappedText; readonly frame: Frame }

/** A call by `{{<`: its HTML is kept from Markdown, but for what has no markup in it. */
function runHtml(definition: ShortcodeDefinition, call: ShortcodeCall, { node, frame }: Run): MappedText {
  const { expanding } = frame
  const html = definition.render
    ? definition.render(call)
    : call.markdownify(definition.markdown?.(call) ?? '', 'block')
  const range = { from: node.tag.start, to: node.end }
  const isText = !/[<\ue0fd]/.test(html)
  const isPlain = isText && (frame.depth > 0 || isDestination(expanding.document, node, html))
  if (isPlain) return [madePiece(html, range)]
  return [
    madePiece(
      expanding.table.add({ type: 'html', value: html, point: expanding.locate(node.tag.start) }),
      range,
      html,
    ),
  ]
}

/** The address of a link: given to Markdown, it is one that links are checked by. */
function isDestination(document: string, { tag, end }: ShortcodeNode, html: string): boolean {
  const before = document.slice(Math.max(0, tag.start - LABEL), tag.start)
  return (
    /^[^\s<>()]+$/.test(html) &&
    /\]\(<?$|(?:^|\n) {0,3}\[[^\]\n]+\]:[ \t]*<?$/.test(before) &&
    /^[)>#?\s]?$/.test(document.charAt(end))
  )
}

/** A call by `{{%`: Markdown, to be read with the page, or by itself where it stands in a call by `{{<`. */
function runMarkdown(
  definition: ShortcodeDefinition,
  call: ShortcodeCall,
  { node, inner, frame }: Run,
): MappedText {
  const { document, table } = frame.expanding
  const range = { from: node.tag.start, to: node.end }
  const made = table.unwrap((definition.markdown ?? definition.render)?.(call) ?? '')
  const text = node.inner ? made : indent(made, document, node.tag.start)
  const pieces = adoptInner(text, inner, range)
  if (frame.isMarkdown) return pieces
  const display = textOf(pieces).trim().includes('\n') ? 'block' : 'inline'
  const marker = table.addMarkdown(pieces, display)
  return [madePiece(marker, range)]
}

/** Further lines stand as far in as the tag does, so that they stay in the list item that it stands in. */
const indent = (text: string, document: string, offset: number): string =>
  text.replaceAll('\n', `\n${indentationOf(document, offset)}`)

function explain(cause: unknown, tag: ShortcodeTag): CallMistake {
  if (cause instanceof ShortcodeRefusal) {
    const { message, hint, argument } = cause
    return { code: 'shortcode/arguments', tag, reason: message, hint, argument }
  }
  const where = cause instanceof ShortcodeFailure ? ` in ${cause.where}` : ''
  const reason = `it fails${where} with "${cause instanceof Error ? cause.message : String(cause)}"`
  return { code: 'shortcode/failed', tag, reason, hint: 'Mend the shortcode, or what it is given here' }
}
