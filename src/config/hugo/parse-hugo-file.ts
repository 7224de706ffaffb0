import { parse as parseToml, TomlError } from 'smol-toml'
import { LineCounter, parseDocument } from 'yaml'
import { placeAt, placeOfLine } from '../../base/place-at.ts'
import { SiteError } from '../../base/site-error.ts'
import { isRecord } from '../merge-records.ts'
import type { HugoFile, HugoFormat, KeyOffsets } from './hugo-file.ts'
import { tomlOffsets } from './toml-offsets.ts'
import { yamlOffsets } from './yaml-offsets.ts'

type Input = Pick<HugoFile, 'path' | 'text' | 'keys'>

/**
 * Parses a config file of a Hugo site.
 *
 * @throws SiteError config/load with the place in it
 */
export function parseHugoFile({ path, text, keys }: Input): HugoFile {
  const format = formatOf(path)
  const outcome = parsers[format](text)
  if ('reason' in outcome) throw refuse(path, text, { format, ...outcome })
  // A file of nothing but comments.
  const value = outcome.value ?? {}
  if (!isRecord(value)) {
    throw refuse(path, text, { format, reason: 'it does not hold keys', line: 1, column: 1 })
  }
  let offsets: KeyOffsets | undefined
  return unwrapped({
    path,
    text,
    format,
    keys,
    value,
    offsets() {
      offsets ??= format === 'toml' ? tomlOffsets(text) : yamlOffsets(text)
      return offsets
    },
  })
}

/** `params.toml` may name the key that it is for once more, where it is the only one. */
function unwrapped(file: HugoFile): HugoFile {
  const [only = '', ...others] = Object.keys(file.value)
  const isNamed = others.length === 0 && file.keys.length > 0 && only.toLowerCase() === file.keys.at(-1)
  return isNamed ? { ...file, keys: file.keys.slice(0, -1) } : file
}

function formatOf(path: string): HugoFormat {
  if (path.endsWith('.toml')) return 'toml'
  return path.endsWith('.json') ? 'json' : 'yaml'
}

type Failure = { readonly reason: string; readonly line: number; readonly column: number }

type Outcome = { readonly value: unknown } | Failure

const parsers: Readonly<Record<HugoFormat, (text: string) => Outcome>> = {
  toml(text) {
    try {
      return { value: parseToml(text) }
    } catch (error) {
      if (!(error instanceof TomlError)) throw error
      const reason = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? ''
      const isOpen = /control characters/.test(reason) && lineEndsAt(text, error)
      return { reason: isOpen ? 'the quote is not closed' : reason, line: error.line, column: error.column }
    }
  },

  yaml(text) {
    const lineCounter = new LineCounter()
    const document = parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      logLevel: 'error',
      // `<<: *shared`, which Go's parser takes.
      merge: true,
    })
    const [error] = document.errors
    if (error) {
      const { line, col } = lineCounter.linePos(error.pos[0])
      return { reason: error.message, line, column: col }
    }
    try {
      return { value: document.toJS() }
    } catch (error) {
      // An alias without its anchor, or so many that they are an attack on the memory.
      if (!(error instanceof ReferenceError)) throw error
      return { reason: error.message, line: 1, column: 1 }
    }
  },

  json(text) {
    try {
      return { value: JSON.parse(text) }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      // The YAML parser reads JSON too, and it says where it stumbles.
      const failure = parsers.yaml(text)
      if ('reason' in failure) return failure
      const position = Number(/at position (\d+)/.exec(error.message)?.[1] ?? 0)
      const { line = 1, column = 1 } = placeAt('', text, position)
      return { reason: error.message.replace(/ in JSON at position.*$/s, ''), line, column }
    }
  },
}

const lineEndsAt = (text: string, { line, column }: TomlError) =>
  (text.split(/\r?\n/, line)[line - 1]?.length ?? 0) < column

function refuse(path: string, text: string, failure: Failure & { readonly format: HugoFormat }): SiteError {
  const { format, reason, line, column } = failure
  const name = format.toUpperCase()
  return new SiteError({
    code: 'config/load',
    message: `Cannot read the config as ${name}: ${reason.replace(/\.$/, '')}`,
    hint: `Mend the ${name} there`,
    place: placeOfLine(path, text, { line, column }),
  })
}
