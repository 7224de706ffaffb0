import type { Element } from 'hast'
import type { Data, Literal } from 'mdast'
import type { Position } from 'unist'
import type { Formula } from './formula.ts'

/** TeX in a sentence, as remark-math has it. `display`: between delimiters of a block. */
export interface InlineMath extends Literal {
  type: 'inlineMath'
  display: boolean
  data: Data & Hast
}

/** TeX as a block of its own. */
export interface FlowMath extends Literal {
  type: 'math'
  data: Data & Hast
}

type Hast = { hName: string; hProperties: Element['properties']; hChildren: Element['children'] }

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineMath: InlineMath
  }
  interface RootContentMap {
    inlineMath: InlineMath
    math: FlowMath
  }
  interface BlockContentMap {
    math: FlowMath
  }
}

export function inlineMath({ value, display }: Formula, position: Position): InlineMath {
  const data: Hast = {
    hName: 'code',
    hProperties: classesOf(display),
    hChildren: [{ type: 'text', value }],
  }
  return { type: 'inlineMath', value, display, position, data }
}

export function flowMath({ value, position }: InlineMath): FlowMath {
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: classesOf(true),
    children: [{ type: 'text', value }],
    ...(position && { position }),
  }
  const data: Hast = { hName: 'pre', hProperties: {}, hChildren: [code] }
  return { type: 'math', value, data, ...(position && { position }) }
}

const classesOf = (display: boolean): Element['properties'] => ({
  className: ['language-math', display ? 'math-display' : 'math-inline'],
})
