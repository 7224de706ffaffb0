import type { VFileMessage } from 'vfile-message'
import type { Code } from '../base/codes.ts'
import { codes } from '../base/codes.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import { placeOfLine } from '../base/place-at.ts'
import type { Page } from '../content/page.ts'

/** A message of a plugin's as a diagnostic. Those of our own plugins have a code as their rule. */
export function explainMessage(message: VFileMessage, page: Page): Diagnostic {
  const { line, column, note, fatal, ruleId, source, reason } = message
  const code = source === 'inkseal' && isCode(ruleId) ? ruleId : 'markdown/plugin'
  const path = page.source?.path ?? page.id
  return {
    code,
    severity: fatal ? 'error' : 'warning',
    ...(code === 'markdown/plugin'
      ? {
          message: `Cannot ${fatal ? 'render' : 'approve of'} the Markdown: ${source ?? 'a plugin'} says "${reason}"`,
          hint: note ?? 'Change the text there, or the plugin and its options in the config',
        }
      : { message: reason, ...(note !== undefined && { hint: note }) }),
    place:
      line === undefined
        ? { path }
        : placeOfLine(path, page.source?.text ?? page.body, {
            line,
            ...(column !== undefined && { column }),
          }),
  }
}

const isCode = (ruleId: string | undefined): ruleId is Code =>
  ruleId !== undefined && Object.hasOwn(codes, ruleId)
