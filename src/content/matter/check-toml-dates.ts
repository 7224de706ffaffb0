import { placeAt, placeOfLine } from '../../base/place-at.ts'
import { SiteError } from '../../base/site-error.ts'
import type { MatterText } from './matter-text.ts'
import { parseDate } from './parse-date.ts'

/**
 * Finds dates that the calendar does not have wherever they stand in TOML: its parser takes 30 February for 2 March
 * without a word.
 */
export function checkTomlDates({ path, text, split }: MatterText): readonly SiteError[] {
  if (split.format !== 'toml') return []
  return [...split.matter.matchAll(tokens)].flatMap(({ 1: literal, index }) => {
    if (literal === undefined || parseDate(literal, 'UTC')) return []
    const { line = 1, column = 1 } = placeAt(path, split.matter, index)
    return [
      new SiteError({
        code: 'matter/invalid-date',
        message: `Cannot read ${keyBefore(split.matter, index)} "${literal}": the calendar has no such day or time`,
        hint: 'Write it as 2026-11-24, or with a time and a zone as 2026-11-24T09:30:00+01:00',
        place: placeOfLine(path, text, { line: split.matterLine + line - 1, column }),
      }),
    ]
  })
}

/** Strings and comments, which hold no dates, and dates as values (TOML 1.0, "Offset Date-Time"). */
const tokens =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|(?<![\w-])(\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?)?)(?![\w-]|\s*=)/g

const keyBefore = (matter: string, index: number) =>
  /(?:^|[\n{,])[ \t]*["']?([^\s"'={},]+)["']?[ \t]*=[^=]*$/
    .exec(matter.slice(0, index))?.[1]
    ?.toLowerCase() ?? 'the date'
