import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { languageOf } from './code/language-of.ts'
import { placeInFormula } from './math/place-in-formula.ts'
import { type Katex, setFormula } from './math/set-formula.ts'
import type { Heading } from './rehype-headings.ts'
import { visit } from './visit.ts'

/**
 * Sets formulas as MathML by KaTeX: what `remarkFormulas` or remark-math has read, and fences of the language
 * `math`, as on GitHub. A formula that KaTeX cannot read is a fatal message, with KaTeX's reason at its place.
 */
export function rehypeMath() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const found = findFormulas(tree)
    if (found.length === 0) return
    const katex = await loadKatex(found)
    const macros: Record<string, string> = {}
    const replaced: (readonly [string, string])[] = []
    for (const { node, code, display, put } of found) {
      // A fence's text ends with its last line end.
      const tex = textOf(code).trimEnd()
      const result = setFormula(tex, katex, { display, macros })
      if ('reason' in result) {
        tell(file, { ...result, tex, node: code.position ? code : node })
        continue
      }
      const math = node.tagName === 'pre' ? boxOf(result) : result
      replaced.push([toHtml(node), toHtml(math)])
      put(math)
    }
    const { headings } = file.data
    if (headings) file.data.headings = headings.map((heading) => withFormulas(heading, replaced))
  }
}

type Replaced = readonly (readonly [string, string])[]

/** A heading has been read with the TeX in it, as Hugo makes ids of it; the contents list shows what it means. */
const withFormulas = (heading: Heading, replaced: Replaced): Heading => ({
  ...heading,
  html: replaced.reduce((html, [before, after]) => html.replace(before, () => after), heading.html),
})

type Found = {
  /** What the formula takes the place of. */
  readonly node: Element
  readonly code: Element
  readonly display: boolean
  readonly put: (math: ElementContent) => void
}

function findFormulas(tree: Root): readonly Found[] {
  const found: Found[] = []
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return
    const code = node.tagName === 'pre' ? node.children.find((child) => child.type === 'element') : node
    if (code?.type !== 'element' || code.tagName !== 'code' || languageOf(code) !== 'math') return
    const classes = Array.isArray(code.properties.className) ? code.properties.className : []
    const isInline = parent.type === 'element' && parent.tagName !== 'pre' && node.tagName === 'code'
    if (node.tagName === 'code' && !classes.some((name) => /^math-(?:inline|display)$/.test(String(name))))
      return
    if (node.tagName === 'code' && !isInline) return
    const put = (math: ElementContent) => {
      parent.children[parent.children.indexOf(node)] = math
    }
    found.push({ node, code, display: node.tagName === 'pre' || classes.includes('math-display'), put })
  })
  return found
}

/** Chemistry (`\ce`, `\pu`) is a module of its own that adds itself to KaTeX. */
async function loadKatex(found: readonly Found[]): Promise<Katex> {
  const { default: katex } = await import('katex')
  if (found.some(({ code }) => /\\(?:ce|pu)\b/.test(textOf(code)))) await import('katex/contrib/mhchem')
  return katex
}

/** A box that scrolls must take the focus, or the keyboard cannot scroll it. */
const boxOf = (math: Element): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['math'], tabIndex: 0 },
  children: [math],
})

type Told = {
  readonly reason: string
  readonly offset: number | undefined
  readonly tex: string
  readonly node: Element
}

function tell(file: VFile, { reason, offset, tex, node }: Told): void {
  const { position } = node
  const place = position && placeInFormula(offset, { text: String(file), position, tex })
  const message = file.message(`Cannot set the formula: ${reason}`, {
    source: 'inkseal',
    ruleId: 'markdown/math',
    ...(place && { place }),
  })
  message.note = 'Change the formula there; KaTeX’s manual lists the commands that it knows'
  message.fatal = true
}
