import type { Element } from 'hast'
import type katex from 'katex'
import { parseMarkup } from '../parse-markup.ts'
import { toCoreMathml } from './core-mathml.ts'

export type Katex = typeof katex

export type FormulaSettings = {
  readonly display: boolean
  /** What formulas of one page define for those behind them (`\newcommand`, `\gdef`): filled in by KaTeX. */
  readonly macros: Record<string, string>
}

/** `offset` is where in the formula KaTeX gave up, where it knows. */
export type FormulaMistake = { readonly reason: string; readonly offset: number | undefined }

/**
 * A formula as a MathML element, with its TeX as an annotation, so that it can be copied. MathML needs no style
 * sheet, no fonts and no style attributes, says itself aloud, and survives in feeds; KaTeX's HTML needs all of them.
 */
export function setFormula(
  tex: string,
  library: Katex,
  { display, macros }: FormulaSettings,
): Element | FormulaMistake {
  try {
    const markup = library.renderToString(tex, {
      output: 'mathml',
      displayMode: display,
      throwOnError: true,
      // Else KaTeX warns on the console of what LaTeX itself would take otherwise.
      strict: 'ignore',
      globalGroup: true,
      macros,
      trust: ({ command }) => {
        throw new Untrusted(command)
      },
    })
    const [span] = parseMarkup(markup)
    const math = span?.type === 'element' ? span.children[0] : undefined
    if (math?.type !== 'element') return { reason: 'KaTeX gave no MathML', offset: undefined }
    return toCoreMathml(math)
  } catch (cause) {
    return explain(cause, library)
  }
}

class Untrusted extends Error {
  constructor(command: string) {
    super(`${command} needs HTML, and formulas are MathML`)
  }
}

function explain(cause: unknown, { ParseError }: Katex): FormulaMistake {
  if (!(cause instanceof ParseError))
    return { reason: cause instanceof Error ? cause.message : String(cause), offset: undefined }
  const { rawMessage, position } = cause
  const reason = rawMessage.charAt(0).toLowerCase() + rawMessage.slice(1)
  return { reason, offset: Number.isInteger(position) ? position : undefined }
}
