import type { Properties } from 'hast'
import { nearest } from '../../base/nearest.ts'
import type { HighlightConfig } from '../../config/markdown-config.ts'
import type { FenceOptions, LineRange } from './fence-options.ts'
import type { RawAttribute } from './parse-attributes.ts'

/** Something that an option does not do. `offset` is that of the attribute. */
export type OptionMistake = { readonly reason: string; readonly hint: string; readonly offset: number }

export type ReadOptions = { readonly options: FenceOptions; readonly mistakes: readonly OptionMistake[] }

export type OptionContext = {
  readonly defaults: HighlightConfig
  /** How many lines the code has. */
  readonly lines: number
  /** Which block of code on the page this is, from 0: the ids of its lines begin with it, as Hugo's do. */
  readonly ordinal: number
}

/** What Hugo's highlighter takes that has no meaning here: colours come from the style sheet alone. */
const WITHOUT_MEANING = ['style', 'noclasses', 'guesssyntax', 'tabwidth', 'codefences', 'wrapperclass']

const OPTIONS = [
  ...['linenos', 'linenostart', 'hl_lines', 'anchorlinenos', 'lineanchors', 'linenumbersintable'],
  ...['nohl', 'hl_inline'],
]

/** Attributes that stand for themselves in HTML; of another the name is put behind `data-`. */
const GLOBAL = /^(?:id|title|lang|dir|role|translate|hidden|(?:data|aria)-[\w.-]+)$/

/**
 * What the attributes behind a fence's language mean (Hugo's manual, "Syntax highlighting: options"; names in any
 * case). A mistake is told, and the option is as if it had not been written.
 */
export function readOptions(attributes: readonly RawAttribute[], context: OptionContext): ReadOptions {
  const { defaults, lines, ordinal } = context
  const mistakes: OptionMistake[] = []
  const known = new Map<string, RawAttribute>()
  const properties: Properties = {}
  const classes: string[] = []
  for (const attribute of attributes) {
    const name = attribute.name.toLowerCase()
    if (OPTIONS.includes(name)) known.set(name, attribute)
    else if (name === 'class') classes.push(...textOf(attribute).split(/\s+/).filter(Boolean))
    else if (WITHOUT_MEANING.includes(name)) continue
    else {
      const mistake = mistakeIn(name, attribute)
      if (mistake) mistakes.push(mistake)
      else properties[GLOBAL.test(name) ? name : `data-${name}`] = textOf(attribute)
    }
  }
  const take = <Value>(
    name: string,
    read: (attribute: RawAttribute) => Value | OptionMistake,
    otherwise: Value,
  ) => {
    const attribute = known.get(name)
    const value = attribute && read(attribute)
    if (value === undefined) return otherwise
    if (!isMistake(value)) return value
    mistakes.push(value)
    return otherwise
  }
  const marks = known.get('hl_lines')
  const options: FenceOptions = {
    lineNumbers: take(
      'linenos',
      (attribute) => lineNumbersOf(attribute, known, defaults),
      defaults.lineNumbers,
    ),
    lineNumberStart: take('linenostart', wholeNumberOf, defaults.lineNumberStart),
    anchorLineNumbers: take('anchorlinenos', booleanOf, defaults.anchorLineNumbers),
    lineAnchors: take('lineanchors', textOf, '') || `hl-${ordinal}`,
    marked: marks === undefined ? [] : linesOf(marks, lines, mistakes),
    plain: take('nohl', booleanOf, false),
    inline: take('hl_inline', booleanOf, false),
    attributes: { ...properties, ...(classes.length > 0 && { className: classes }) },
  }
  return { options, mistakes }
}

/** A misspelt option would be an attribute that nobody sees; a handler would never run under a strict policy. */
function mistakeIn(name: string, { name: written, offset }: RawAttribute): OptionMistake | undefined {
  if (name.startsWith('on') || !/^[a-z][\w.:-]*$/.test(name))
    return {
      reason: `"${written}" cannot be an attribute of code`,
      hint: 'Take it out; id, class, title and data-… can be',
      offset,
    }
  const meant = GLOBAL.test(name) ? undefined : nearest(name, OPTIONS)
  return meant === undefined
    ? undefined
    : { reason: `there is no option "${written}"`, hint: `Did you mean "${meant}"?`, offset }
}

const isMistake = (value: unknown): value is OptionMistake =>
  typeof value === 'object' && value !== null && 'reason' in value

const textOf = ({ value }: RawAttribute): string => (typeof value === 'string' ? value : value.join(' '))

const wrong = ({ name, offset }: RawAttribute, value: string, hint: string): OptionMistake => ({
  reason: `"${value}" is no value for "${name}"`,
  hint,
  offset,
})

function booleanOf(attribute: RawAttribute): boolean | OptionMistake {
  const text = textOf(attribute)
  if (/^(?:true|1)$/i.test(text)) return true
  if (/^(?:false|0)$/i.test(text)) return false
  return wrong(attribute, text, `Write ${attribute.name}=true or ${attribute.name}=false`)
}

function wholeNumberOf(attribute: RawAttribute): number | OptionMistake {
  const text = textOf(attribute)
  return /^\d{1,9}$/.test(text) ? Number(text) : wrong(attribute, text, `Write ${attribute.name}=10, say`)
}

function lineNumbersOf(
  attribute: RawAttribute,
  known: ReadonlyMap<string, RawAttribute>,
  { lineNumbers }: HighlightConfig,
): FenceOptions['lineNumbers'] | OptionMistake {
  const text = textOf(attribute).toLowerCase()
  if (text === 'table' || text === 'inline') return text
  if (text === 'false' || text === '0') return false
  if (text !== 'true' && text !== '1')
    return wrong(attribute, text, `Write ${attribute.name}=table, inline, true or false`)
  const inTable = known.get('linenumbersintable')
  if (inTable) return booleanOf(inTable) === false ? 'inline' : 'table'
  return lineNumbers === false ? 'table' : lineNumbers
}

/** `[3,"6-8"]`, `"3 6-8"` or `3`. One that marks nothing is told, and the others are marked. */
function linesOf(attribute: RawAttribute, lines: number, mistakes: OptionMistake[]): readonly LineRange[] {
  const fields = textOf(attribute)
    .split(/[\s,]+/)
    .filter(Boolean)
  return fields.flatMap((field): readonly LineRange[] => {
    const [, from, to = from] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(field) ?? []
    const first = Number(from)
    const last = Number(to)
    if (from === undefined || first < 1 || last < first) {
      mistakes.push(
        wrong(attribute, field, `Write ${attribute.name}=[3,"6-8"], say: lines are counted from 1`),
      )
      return []
    }
    if (last > lines) {
      const held = lines === 1 ? 'one line' : `${lines} lines`
      mistakes.push({
        reason: `"${attribute.name}" marks line ${last}, and the code has ${held}`,
        hint: 'Count from the first line of the code, whatever number it shows',
        offset: attribute.offset,
      })
    }
    return [{ first, last }]
  })
}
