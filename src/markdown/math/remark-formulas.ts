import type { Root } from 'mdast'
import type { Parser, Processor } from 'unified'
import type { VFile } from 'vfile'
import type { MathDelimiters } from '../../config/markdown-config.ts'
import { findFormulas } from './find-formulas.ts'
import type { Formula } from './formula.ts'
import { formulaPlaceholder } from './formula-placeholder.ts'
import { liveRanges } from './live-ranges.ts'
import { pointsOf } from './points-of.ts'
import { restoreFormulas } from './restore-formulas.ts'

export type FormulaOptions = { readonly delimiters: MathDelimiters }

/**
 * Reads formulas between delimiters, by any parser: a text that has some is parsed twice, once to know where code is,
 * and once with placeholders, so that Markdown reads nothing in a formula. `inlineMath` and `math` nodes take their
 * place, as remark-math has them, which `rehypeMath` (or rehype-katex) sets.
 */
export function remarkFormulas(this: Processor, { delimiters }: FormulaOptions): void {
  const parse = this.parser as Parser<Root> | undefined
  if (!parse) throw new TypeError('remarkFormulas comes after a parser such as remark-parse')
  const openers = [...delimiters.block, ...delimiters.inline].map(([open]) => open)
  const parser: Parser<Root> = (document, file) => {
    const tree = parse(document, file)
    if (!openers.some((open) => document.includes(open))) return tree
    const { formulas, unclosed } = findFormulas(document, liveRanges(tree, document), delimiters)
    tellUnclosed(file, { document, unclosed })
    if (formulas.length === 0) return tree
    // What the parser had to say, it says again.
    const said = file.messages.length
    const result = parse(withPlaceholders(document, formulas), file)
    file.messages.length = said
    restoreFormulas(result, document, formulas)
    return result
  }
  this.parser = parser
}

function withPlaceholders(document: string, formulas: readonly Formula[]): string {
  const parts: string[] = []
  let position = 0
  formulas.forEach(({ start, end }, index) => {
    parts.push(document.slice(position, start), formulaPlaceholder(index, end - start))
    position = end
  })
  parts.push(document.slice(position))
  return parts.join('')
}

type Unclosed = { readonly document: string; readonly unclosed: readonly number[] }

function tellUnclosed(file: VFile, { document, unclosed }: Unclosed): void {
  const point = pointsOf(document)
  for (const offset of unclosed) {
    const message = file.message('Cannot find the end of the formula: what opens it has no partner', {
      source: 'inkseal',
      ruleId: 'markdown/math',
      place: point(offset),
    })
    message.note = 'Close it, or write a backslash before what opens it'
  }
}
