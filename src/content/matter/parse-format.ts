import { parse as parseToml, TomlError } from 'smol-toml'
import { placeAt } from '../../base/place-at.ts'
import type { MatterOutcome } from './matter-outcome.ts'
import { parsePlainYaml } from './parse-plain-yaml.ts'
import { parseYaml } from './parse-yaml.ts'
import type { MatterFormat } from './split-matter.ts'

/** Parses a text, or says what is wrong with it and where. */
export const parseFormat = (format: MatterFormat, text: string): MatterOutcome => parsers[format](text)

const parsers: Readonly<Record<MatterFormat, (matter: string) => MatterOutcome>> = {
  yaml(matter) {
    const plain = parsePlainYaml(matter)
    return plain ? { value: plain } : parseYaml(matter)
  },

  toml(matter) {
    try {
      return { value: parseToml(matter) }
    } catch (error) {
      if (!(error instanceof TomlError)) throw error
      const reason = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? ''
      return { reason, line: error.line, column: error.column }
    }
  },

  json(matter) {
    try {
      return { value: JSON.parse(matter) }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      const { line = 1, column = 1 } = placeAt('', matter, offsetOfJsonError(error.message, matter))
      return { reason: error.message.replace(/ in JSON at position.*$|, (?:\.{3})?".*$/s, ''), line, column }
    }
  },
}

/** V8 names the position, or where the text is short ten characters around it. */
function offsetOfJsonError(message: string, matter: string): number {
  const position = /at position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return Number(position)
  const [, token = '', dots, around = ''] =
    /token '(.)', (\.{3})?"(.*?)"(?:\.{3})? is not valid/s.exec(message) ?? []
  return Math.max(0, dots ? matter.indexOf(around) + 10 : matter.indexOf(token))
}
