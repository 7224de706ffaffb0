import type { Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import { visit } from '../visit.ts'
import type { Formula } from './formula.ts'
import { holdsFormula, splitAtFormulas } from './formula-placeholder.ts'
import { type FlowMath, flowMath, type InlineMath, inlineMath } from './math-nodes.ts'
import { type Point, pointsOf } from './points-of.ts'

/**
 * Puts formulas in the place of their placeholders, changing the tree: nodes in text, the text itself in code and
 * addresses. A paragraph is split at a block of formulas. Each node has its place in the author's text again.
 */
export function restoreFormulas(tree: Root, text: string, formulas: readonly Formula[]): void {
  const point = pointsOf(text)
  const context: Context = { text, formulas, point }
  // A placeholder has no line ends, so lines behind one are counted anew.
  visit(tree, (node) => {
    const { position } = node
    if (position?.start.offset === undefined || position.end.offset === undefined) return
    node.position = { start: point(position.start.offset), end: point(position.end.offset) }
  })
  visit(tree, (node) => {
    if (node.type !== 'text') restoreStrings(node, context)
    if (
      'children' in node &&
      node.children.some((child) => child.type === 'text' && holdsFormula(child.value))
    )
      node.children = node.children.flatMap((child) => expand(child, context)) as typeof node.children
  })
  splitParagraphs(tree)
}

type Context = {
  readonly text: string
  readonly formulas: readonly Formula[]
  readonly point: (offset: number) => Point
}

/** A text's parts have places of their own: whoever compares them with the source must find them there. */
function expand(node: RootContent, { formulas, point }: Context): readonly (RootContent | InlineMath)[] {
  if (node.type !== 'text' || !holdsFormula(node.value)) return [node]
  const parts = splitAtFormulas(node.value)
  const formulaOf = (part: (typeof parts)[number] | undefined) =>
    part && 'index' in part ? formulas[part.index] : undefined
  return parts.map((part, index) => {
    const formula = formulaOf(part)
    if (formula) return inlineMath(formula, { start: point(formula.start), end: point(formula.end) })
    const before = formulaOf(parts[index - 1])
    const behind = formulaOf(parts[index + 1])
    const start = before ? point(before.end) : node.position?.start
    const end = behind ? point(behind.start) : node.position?.end
    const value = 'text' in part ? part.text : part.raw
    return { type: 'text', value, ...(start && end && { position: { start, end } }) }
  })
}

/** In code, HTML, addresses and labels a formula is the text that it was. */
function restoreStrings(node: Nodes, { text, formulas }: Context): void {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value !== 'string' || !holdsFormula(value)) continue
    const restored = splitAtFormulas(value).map((part) => {
      if ('text' in part) return part.text
      const formula = formulas[part.index]
      return formula ? text.slice(formula.start, formula.end) : part.raw
    })
    Object.assign(node, { [key]: restored.join('') })
  }
}

/** As Hugo does: only where a formula stands in a paragraph itself, not in emphasis or in a heading. */
function splitParagraphs(tree: Root): void {
  const split = (parent: Parents): void => {
    const children = parent.children.flatMap((child): readonly (RootContent | FlowMath)[] => {
      if (child.type === 'paragraph') return partsOf(child)
      if ('children' in child) split(child)
      return [child]
    })
    parent.children = children as typeof parent.children
  }
  split(tree)
}

function partsOf(paragraph: Paragraph): readonly (Paragraph | FlowMath)[] {
  const children: readonly (PhrasingContent | InlineMath)[] = paragraph.children
  if (!children.some((child) => child.type === 'inlineMath' && child.display)) return [paragraph]
  const parts: (Paragraph | FlowMath)[] = []
  let inner: PhrasingContent[] = []
  const close = () => {
    const trimmed = trim(inner)
    const position = placeOfAll(trimmed)
    if (trimmed.length > 0) parts.push({ ...paragraph, ...(position && { position }), children: trimmed })
    inner = []
  }
  for (const child of children) {
    if (child.type === 'inlineMath' && child.display) {
      close()
      parts.push(flowMath(child))
    } else inner.push(child)
  }
  close()
  return parts
}

/** Without white space and line breaks at either end. */
function trim(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const isBlank = (node: PhrasingContent | undefined) =>
    node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '')
  let from = 0
  let to = nodes.length
  while (from < to && isBlank(nodes[from])) from++
  while (to > from && isBlank(nodes[to - 1])) to--
  return nodes.slice(from, to).map((node, index, all) => {
    if (node.type !== 'text') return node
    const value = index === 0 ? node.value.trimStart() : node.value
    return { ...node, value: index === all.length - 1 ? value.trimEnd() : value }
  })
}

function placeOfAll(nodes: readonly PhrasingContent[]): Paragraph['position'] | undefined {
  const start = nodes[0]?.position?.start
  const end = nodes.at(-1)?.position?.end
  return start && end ? { start, end } : undefined
}
