import type { Root } from 'mdast'
import type { Parser, Processor } from 'unified'
import type { VFile } from 'vfile'
import type { Code } from '../../base/codes.ts'
import { createLocator, type Point } from './create-locator.ts'
import { bareEnvironment, type ShortcodeEnvironment } from './environment.ts'
import { expandShortcodes } from './expand-shortcodes.ts'
import type { CallMistake } from './expanding.ts'
import { createExpansionTable, type Expansion, type ExpansionTable } from './expansion-table.ts'
import { explainName } from './explain-name.ts'
import { mapMessages, mapPositions } from './map-positions.ts'
import { createOrigin, type MappedText, textOf } from './mapped-text.ts'
import { nestShortcodes } from './nest-shortcodes.ts'
import { parseShortcodes } from './parse-shortcodes.ts'
import { START } from './placeholder.ts'
import { define, type Shortcode, type ShortcodeDefinition } from './shortcode.ts'

declare module 'vfile' {
  interface DataMap {
    /** By the number in their placeholders. */
    shortcodes: readonly Expansion[]
    /** The same with what has still to be filled in. */
    shortcodeTable: ExpansionTable
    /** A part of a page's Markdown that is rendered by itself; it is read instead of the file. */
    shortcodeFragment: MappedText
  }
}

export type ShortcodeOptions = {
  readonly shortcodes: Readonly<Record<string, Shortcode>>
  /** What calls reach of their page and site. */
  readonly environment?: (file: VFile) => ShortcodeEnvironment
  /** Hugo's own, which are not run: files by the names of their shortcodes. */
  readonly templates?: ReadonlyMap<string, string>
  /** What a call of one of those is: an error by default; with a warning, the text between its tags stands for it. */
  readonly templateCalls?: 'error' | 'warning'
  /** Where an author puts a shortcode that is missing: `layouts/shortcodes`. */
  readonly folder?: string
}

/**
 * Runs the shortcodes of a text before it is parsed, by whatever parser is attached by then. What `{{% %}}` gives
 * is read with the text; for `{{< >}}` the parser meets placeholders, and `rehypeShortcodes` puts in what they stand
 * for. Every position in the tree, and in what the parser says, is that of the text as it was written.
 *
 * Mistakes are messages of the file, with `inkseal` as their source and the code as their rule.
 */
export function remarkShortcodes(this: Processor, options: ShortcodeOptions): void {
  const parse = this.parser as Parser<Root> | undefined
  if (!parse) throw new TypeError('remarkShortcodes comes after remark-parse')
  const parser: Parser<Root> = (document, file) => {
    const expanded = file.data.shortcodeFragment ?? expand(document, { file, options })
    return expanded ? parseMapped(expanded, { parse, document, file }) : parse(document, file)
  }
  this.parser = parser
}

type Context = { readonly file: VFile; readonly options: ShortcodeOptions }

/** Undefined where the text holds none, and is to be read as it stands. */
function expand(original: string, { file, options }: Context): MappedText | undefined {
  if (!/\{\{[<%]/.test(original)) return undefined
  // An author's own character of that kind would be taken for the beginning of a placeholder.
  const document = original.replaceAll(START, '\ufffd')
  const locate = createLocator(document)
  const { tags, mistakes } = parseShortcodes(document)
  const names = new Map(Object.keys(options.shortcodes).map((name) => [name.toLowerCase(), name]))
  const definitionOf = (name: string): ShortcodeDefinition | undefined => {
    const found = options.shortcodes[names.get(name.toLowerCase()) ?? '']
    return found && define(found)
  }
  const { nodes, mistakes: unpaired } = nestShortcodes(tags, (name) => definitionOf(name)?.inner)
  for (const { offset, reason, hint } of [...mistakes, ...unpaired]) {
    const told = `Cannot read the shortcode: ${reason}`
    tell(file, { code: 'shortcode/syntax', point: locate(offset), reason: told, hint })
  }
  const table = createExpansionTable()
  const unused = new Set<string>()
  file.data.shortcodes = table.expansions
  file.data.shortcodeTable = table
  const environment = options.environment?.(file) ?? bareEnvironment(file.path ?? '')
  return expandShortcodes(nodes, {
    document,
    table,
    environment,
    locate,
    state: new Map(),
    find: (tag) => {
      const found = definitionOf(tag.name)
      const told = explainName(tag.name, { ...options, isKnown: found !== undefined })
      if (told && !unused.has(told.reason)) tell(file, { ...told, point: locate(tag.start) })
      if (told?.severity === 'warning') unused.add(told.reason)
      return found ?? (told?.severity === 'warning' ? innerText : undefined)
    },
    tell: (mistake) => tell(file, { ...explainMistake(mistake), point: locate(offsetOf(mistake)) }),
  })
}

/** Stands for a template that is not run. */
const innerText = define({ markdown: ({ inner }) => inner })

const explainMistake = ({ code, tag, reason, hint, severity }: CallMistake) => ({
  code,
  reason:
    code === 'shortcode/told'
      ? `Cannot approve of the call of "${tag.name}": ${reason}`
      : `Cannot use the shortcode "${tag.name}": ${reason}`,
  hint,
  severity,
})

const offsetOf = ({ tag, argument }: CallMistake) =>
  (argument === undefined ? undefined : tag.offsets.get(argument)) ?? tag.start

type Told = {
  readonly code: Code
  readonly point: Point
  readonly reason: string
  readonly hint?: string | undefined
  readonly severity?: 'warning' | undefined
}

function tell(file: VFile, { code, point, reason, hint, severity }: Told): void {
  const message = file.message(reason, { source: 'inkseal', ruleId: code, place: point })
  message.note = hint
  // The rest of the file is still looked at, so that all of its mistakes are told at once.
  message.fatal = severity !== 'warning'
}

type Mapping = { readonly parse: Parser<Root>; readonly document: string; readonly file: VFile }

function parseMapped(expanded: MappedText, { parse, document, file }: Mapping): Root {
  const text = textOf(expanded)
  const earlier = file.messages.length
  const tree = parse(text, file)
  const find = createOrigin(expanded)
  const locate = createLocator(document)
  const origin = (offset: number, side: 'start' | 'end') => locate(find(offset, side))
  mapPositions(tree, origin)
  const told = file.messages.slice(earlier)
  if (told.length > 0) mapMessages(told, { origin, offsetOf: offsetsIn(text) })
  return tree
}

function offsetsIn(text: string): (line: number, column: number) => number {
  const lines = text.split('\n')
  return (line, column) =>
    lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1
}
