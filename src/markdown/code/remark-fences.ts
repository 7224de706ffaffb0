import type { Code, Root } from 'mdast'
import type { VFile } from 'vfile'
import { defaultMarkdown, type HighlightConfig } from '../../config/markdown-config.ts'
import { visit } from '../visit.ts'
import type { FenceOptions } from './fence-options.ts'
import { parseAttributes } from './parse-attributes.ts'
import { type OptionMistake, readOptions } from './read-options.ts'

declare module 'vfile' {
  interface DataMap {
    /** By the number in the attribute `data-fence` that their code carries on the way to `rehypeCode`. */
    fences: readonly FenceOptions[]
    /** What the ordinals of a part of a page begin with, that is rendered by itself. */
    firstFence: number
  }
}

export type FenceSettings = { readonly highlight?: HighlightConfig }

/**
 * Reads the options behind a fence's language: ```` ```go {linenos=table hl_lines=[3,"6-8"]} ````. `rehypeCode`
 * prints the code by them. Mistakes are warnings.
 */
export function remarkFences({ highlight = defaultMarkdown.highlight }: FenceSettings = {}) {
  return (tree: Root, file: VFile): void => {
    const fences: FenceOptions[] = []
    const text = String(file)
    visit(tree, 'code', (node) => {
      if (!isFence(node, text)) return
      const ordinal = (file.data.firstFence ?? 0) + fences.length
      const { language, list, options, mistakes } = readFence(node, { highlight, ordinal })
      for (const mistake of mistakes) tell(file, { node, list, ...mistake })
      node.lang = language || null
      if (list !== '') node.meta = null
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, dataFence: `${fences.length}` } }
      fences.push(options)
    })
    file.data.fences = fences
  }
}

/** Indented code has no options, and does not count in Hugo. The text is that of the code's position. */
export const isFence = ({ lang, position }: Code, text: string): boolean =>
  typeof lang === 'string' || /[`~]/.test(text.charAt(position?.start.offset ?? -1))

export type FenceContext = {
  readonly highlight: HighlightConfig
  /** Which block of code on the page it is, from 0. */
  readonly ordinal: number
}

export type Fence = {
  /** Empty where there is none. */
  readonly language: string
  /** The options as they are written, in their braces. */
  readonly list: string
  readonly options: FenceOptions
  readonly mistakes: readonly OptionMistake[]
}

/** What stands behind a fence. */
export function readFence({ lang, meta, value }: Code, { highlight, ordinal }: FenceContext): Fence {
  const { language, list } = splitInfo(`${lang ?? ''} ${meta ?? ''}`.trim())
  const parsed = list === '' ? { attributes: [] } : parseAttributes(list)
  const { options, mistakes } = readOptions('attributes' in parsed ? parsed.attributes : [], {
    // As in Hugo, code without a language is numbered only where it asks for it.
    defaults: language === '' ? { ...highlight, lineNumbers: false } : highlight,
    lines: value.split('\n').length,
    ordinal,
  })
  const unread = 'reason' in parsed ? [{ ...parsed, hint: HINT }] : []
  return { language, list, options, mistakes: [...mistakes, ...unread] }
}

const HINT = 'Write name=value, such as {linenos=table hl_lines=[3,"6-8"]}'

/** The list in braces may follow the language with or without a space. Other words behind a language mean nothing. */
function splitInfo(info: string): { readonly language: string; readonly list: string } {
  const brace = info.indexOf('{')
  const [language = ''] = (brace === -1 ? info : info.slice(0, brace)).split(/\s/)
  return { language, list: brace === -1 ? '' : info.slice(brace) }
}

type Told = OptionMistake & { readonly node: Code; readonly list: string }

function tell(file: VFile, { node, list, reason, hint, offset }: Told): void {
  const { line = 1, column = 1 } = node.position?.start ?? {}
  const written = String(file).split('\n', line)[line - 1] ?? ''
  const start = written.indexOf(list, column - 1)
  const place = { line, column: start === -1 ? column : start + 1 + offset }
  const message = file.message(`Cannot use an option of the code: ${reason}`, {
    source: 'inkseal',
    ruleId: 'markdown/fence',
    place,
  })
  message.note = hint
}
