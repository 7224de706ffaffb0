import type { RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { countWords } from '../count-words.ts'
import { rewriteAsHugo } from './rewrite-as-hugo.ts'

export type SummaryOptions = {
  /** How many words a summary has at least, where its author does not say where it ends (`summaryLength`). */
  readonly length: number
  /** Whether the page is in a language whose words are not set apart. */
  readonly cjk: boolean
}

/**
 * The blocks up to the one that holds the paragraph in which the summary has its words, or all where there is none.
 * Hugo finds it in the finished HTML, cut at each `</p>` and then at white space; what looks like a tag or begins as
 * an attribute is no word. So a link's first word counts for nothing, nor does a heading's.
 */
export function findSummaryEnd(
  nodes: readonly RootContent[],
  { length, cjk }: SummaryOptions,
): readonly RootContent[] {
  const isLong = createWordCounter({ length, cjk })
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'doctype') continue
    const html = toHtml({ type: 'root', children: [...rewriteAsHugo(node)] }, { allowDangerousHtml: true })
    if (isLong(html)) return nodes.slice(0, index + 1)
  }
  return nodes
}

/** Takes Hugo's HTML piece by piece, and says whether there are as many words now as a summary has. */
export function createWordCounter({ length, cjk }: SummaryOptions): (html: string) => boolean {
  let open: string[] = []
  let words = 0
  return (html) => {
    const [first = '', ...rest] = html.split('</p>')
    open.push(first)
    for (const next of rest) {
      words += wordsIn(open.join(''), cjk)
      if (words >= length) return true
      open = [next]
    }
    return false
  }
}

function wordsIn(html: string, cjk: boolean): number {
  // Hugo prints nothing behind code, and looks at all but the last character.
  const fields = html.replaceAll('</pre>\n', '</pre>').slice(0, -1).match(/\S+/g) ?? []
  return fields.reduce((sum, field) => {
    if (field === '>' || /^<\/?[A-Za-z]+>?$/.test(field) || /^[A-Za-z]+=["']/.test(field)) return sum
    // Several tags in a row are a word.
    return sum + (cjk ? Math.max(1, countWords(field.replaceAll(/<[^>]*>?/g, ''), { cjk })) : 1)
  }, 0)
}
