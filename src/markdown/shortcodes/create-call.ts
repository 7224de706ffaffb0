import { adoptInner } from './adopt-inner.ts'
import type { Expanding } from './expanding.ts'
import { indentationOf } from './indentation-of.ts'
import { literalOf, type MappedText } from './mapped-text.ts'
import type { ShortcodeNode } from './nest-shortcodes.ts'
import type { RefOptions, ShortcodeArguments, ShortcodeCall, ShortcodeParent } from './shortcode-call.ts'
import { ShortcodeRefusal } from './shortcode-refusal.ts'

/** Beyond what the fences of a page are counted by. */
const FIRST_ORDINAL = 1000

type CallContext = {
  readonly node: ShortcodeNode
  readonly inner: MappedText
  readonly expanding: Expanding
}

/** What a shortcode is given for one call. */
export function createCall(view: ShortcodeParent, { node, inner, expanding }: CallContext): ShortcodeCall {
  const { table, environment, state, tell, document, locate } = expanding
  const { tag } = node
  const range = { from: tag.start, to: node.end }
  const literal = literalOf(inner)
  const point = locate(tag.start)
  const resolve = (path: string, options: RefOptions = {}) => {
    const found = environment.resolveRef(path, options)
    if ('url' in found) return found
    tell({ code: 'shortcode/ref', tag, ...found, argument: argumentWith(path, tag.arguments) })
    return { url: '', absoluteUrl: '' }
  }
  const colour = async (code: string, language: string, options: string) => {
    const ordinal = FIRST_ORDINAL + table.expansions.length
    const { html, mistakes } = await environment.highlight(code, { language, options, ordinal })
    const argument = argumentWith(options, tag.arguments)
    for (const mistake of mistakes) {
      tell({ code: 'shortcode/arguments', tag, ...mistake, argument, severity: 'warning' })
    }
    return html
  }
  return {
    ...view,
    inner: literal,
    innerDeindent: deindent(literal, indentationOf(document, tag.start)),
    page: environment.page,
    site: environment.site,
    state,
    place: { path: environment.path, line: point.line, column: point.column },
    markdownify: (text, display = 'inline') => table.addMarkdown(adoptInner(text, inner, range), display),
    raw: (html) => table.addRaw(html),
    highlight: (code, language, options = '') => table.addLater(colour(code, language, options)),
    later: (html) => table.addLater(html),
    resource: (path) => environment.resolveFile(path),
    ref: (path, options) => resolve(path, options).absoluteUrl,
    relref: (path, options) => resolve(path, options).url,
    dependsOn: (file) => environment.dependsOn(file),
    everyBuild: () => environment.everyBuild(),
    fail: (reason, hint) => {
      throw new ShortcodeRefusal(reason, { hint })
    },
    warn: (reason, hint) => tell({ code: 'shortcode/told', tag, reason, hint, severity: 'warning' }),
  }
}

/** Which argument is to blame for a value, so that a mistake is told at its place. */
function argumentWith(value: string, { positional, named }: ShortcodeArguments): string | number | undefined {
  return [...positional.entries(), ...Object.entries(named)].find(([, given]) => given === value)?.[0]
}

/** Hugo's `InnerDeindent`: lines without the white space that stands before the tag. */
function deindent(text: string, indentation: string): string {
  if (indentation === '') return text
  const lines = text.split('\n')
  return lines
    .map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line))
    .join('\n')
}
