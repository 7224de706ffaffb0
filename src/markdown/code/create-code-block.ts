import type { Element, ElementContent } from 'hast'
import type { FenceOptions } from './fence-options.ts'
import { splitLines } from './split-lines.ts'

export type CodeBlock = {
  /** The word behind the fence as it was written. */
  readonly language: string | undefined
  /** The text, coloured or not. */
  readonly children: readonly ElementContent[]
  readonly options: FenceOptions
}

/**
 * A block of code. Numbers are attributes that the style sheet prints, so that copying takes the code alone; marked
 * lines are `mark` elements, which mean it without a style sheet too.
 */
export function createCodeBlock({ language, children, options }: CodeBlock): Element {
  const { attributes, inline } = options
  const code = element('code', language ? { className: ['hljs', `language-${language}`] } : {}, [
    ...linesOf(children, options),
  ])
  if (inline) return { ...code, properties: { ...code.properties, ...merge(attributes, code.properties) } }
  // A box that scrolls must take the focus, or the keyboard cannot scroll it.
  return element('pre', { ...merge(attributes, { className: layoutOf(children, options) }), tabIndex: 0 }, [
    code,
  ])
}

function linesOf(children: readonly ElementContent[], options: FenceOptions): readonly ElementContent[] {
  const { lineNumbers, lineNumberStart, marked, inline } = options
  if (inline || (lineNumbers === false && marked.length === 0)) return children
  return splitLines(children).flatMap((line, index): readonly ElementContent[] => {
    const isMarked = marked.some(({ first, last }) => first <= index + 1 && index + 1 <= last)
    return [
      lineOf(line, { ...options, isMarked, number: lineNumberStart + index }),
      { type: 'text', value: '\n' },
    ]
  })
}

type Line = FenceOptions & { readonly isMarked: boolean; readonly number: number }

function lineOf(children: readonly ElementContent[], line: Line): Element {
  const { lineNumbers, anchorLineNumbers, lineAnchors, isMarked, number } = line
  const tagName = isMarked ? 'mark' : 'span'
  if (lineNumbers === false) return element(tagName, { className: ['line'] }, [...children])
  if (!anchorLineNumbers)
    return element(tagName, { className: ['line'], dataLine: `${number}` }, [...children])
  const id = `${lineAnchors}-${number}`
  const anchor = element('a', { href: `#${id}`, dataLine: `${number}`, ariaLabel: `Line ${number}` }, [])
  return element(tagName, { className: ['line'], id }, [anchor, ...children])
}

/** What the style sheet has to know: how numbers stand, and for how many digits there must be room. */
function layoutOf(children: readonly ElementContent[], options: FenceOptions): string[] {
  const { lineNumbers, lineNumberStart } = options
  if (lineNumbers === false) return []
  const last = lineNumberStart + splitLines(children).length - 1
  const digits = Math.min(Math.max(`${last}`.length, 2), 6)
  return [`numbers-${lineNumbers}`, ...(digits > 2 ? [`digits-${digits}`] : [])]
}

function merge(
  attributes: Element['properties'],
  { className }: Element['properties'],
): Element['properties'] {
  const classes = [className, attributes.className].flatMap((names) => (Array.isArray(names) ? names : []))
  return { ...attributes, ...(classes.length > 0 && { className: classes }) }
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})
