import type { Root } from 'mdast'
import type { Parser, Processor } from 'unified'
import type { VFile } from 'vfile'
import { nearest } from '../../base/nearest.ts'
import { placeAt } from '../../base/place-at.ts'
import { parseShortcodes, type ShortcodeTag } from './parse-shortcodes.ts'
import { placeholderFor } from './placeholder.ts'
import type { Shortcode } from './shortcode.ts'

/** What stands behind a placeholder: HTML for a call, text for an escaped tag. */
export type Expansion = { readonly type: 'html' | 'text'; readonly value: string }

declare module 'vfile' {
  interface DataMap {
    /** By the number in their placeholders. */
    shortcodes: readonly Expansion[]
  }
}

export type ShortcodeOptions = { readonly shortcodes: Readonly<Record<string, Shortcode>> }

/**
 * Lets a parser meet placeholders in the place of shortcodes; `rehypeShortcodes` puts in what they stand for.
 * Mistakes are messages of the file, with `inkseal` as their source and the code as their rule.
 */
export function remarkShortcodes(this: Processor, options: ShortcodeOptions): void {
  const parse = this.parser as Parser<Root> | undefined
  if (!parse) throw new TypeError('remarkShortcodes comes after remark-parse')
  const parser: Parser<Root> = (document, file) => {
    const { tags, mistakes } = parseShortcodes(document)
    for (const { offset, reason, hint } of mistakes) {
      tell(file, { code: 'shortcode/syntax', offset, reason: `Cannot read the shortcode: ${reason}`, hint })
    }
    const expansions = tags.map((tag) => expand(tag, { file, options }))
    file.data.shortcodes = expansions
    return parse(replaceTags(document, tags), file)
  }
  this.parser = parser
}

function expand(tag: ShortcodeTag, { file, options }: { file: VFile; options: ShortcodeOptions }): Expansion {
  const nothing: Expansion = { type: 'text', value: '' }
  if (tag.type === 'escaped') return { type: 'text', value: tag.text }
  const offset = tag.start
  const shortcode = Object.hasOwn(options.shortcodes, tag.name) ? options.shortcodes[tag.name] : undefined
  if (!shortcode) {
    const known = Object.keys(options.shortcodes)
    const meant = nearest(tag.name, known)
    tell(file, {
      code: 'shortcode/unknown',
      offset,
      reason: `Cannot use the shortcode "${tag.name}": there is none of that name`,
      hint: meant
        ? `Did you mean "${meant}"?`
        : `There is ${known.join(', ')}; to print the tag itself, write {{</* ${tag.name} */>}}`,
    })
    return nothing
  }
  if (tag.type === 'close') {
    tell(file, {
      code: 'shortcode/syntax',
      offset,
      reason: `Cannot close the shortcode "${tag.name}": it has no inner text`,
      hint: 'Take the closing tag out',
    })
    return nothing
  }
  const result = shortcode(tag.arguments)
  if (typeof result === 'string') return { type: 'html', value: result }
  const reason = `Cannot use the shortcode "${tag.name}": ${result.reason}`
  tell(file, { code: 'shortcode/arguments', offset, reason, hint: result.hint })
  return nothing
}

type Told = { readonly code: string; readonly offset: number; readonly reason: string; readonly hint: string }

function tell(file: VFile, { code, offset, reason, hint }: Told): void {
  const { line = 1, column = 1 } = placeAt('', String(file), offset)
  const message = file.message(reason, { source: 'inkseal', ruleId: code, place: { line, column, offset } })
  message.note = hint
  // The rest of the file is still looked at, so that all of its mistakes are told at once.
  message.fatal = true
}

function replaceTags(document: string, tags: readonly ShortcodeTag[]): string {
  const parts: string[] = []
  let position = 0
  tags.forEach(({ start, end }, index) => {
    parts.push(document.slice(position, start), placeholderFor(index, end - start))
    position = end
  })
  parts.push(document.slice(position))
  return parts.join('')
}
