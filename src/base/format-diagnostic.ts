import { styleText } from 'node:util'
import type { Diagnostic, Place } from './diagnostic.ts'

const TAB = '    '

/** Characters of a line that are shown. */
const LONGEST = 160

/** A diagnostic as a terminal shows it: severity and code, message, place with the line and a caret, hint. */
export function formatDiagnostic(diagnostic: Diagnostic, options: { readonly color: boolean }): string {
  const paint = (format: Parameters<typeof styleText>[0], text: string) =>
    options.color ? styleText(format, text, { validateStream: false }) : text
  const tone = diagnostic.severity === 'error' ? 'red' : 'yellow'
  const lines = [
    `${paint([tone, 'bold'], diagnostic.severity)} ${paint('dim', diagnostic.code)} ${diagnostic.message}`,
  ]
  if (diagnostic.place) {
    lines.push(`  ${paint('dim', '→')} ${paint('cyan', placeName(diagnostic.place))}`)
    lines.push(...frame(diagnostic.place).map((line) => paint('dim', line)))
  }
  if (diagnostic.hint) lines.push(`  ${paint('green', 'hint')} ${diagnostic.hint}`)
  return lines.join('\n')
}

/** `content/a.md:4:7`: the form that editors and terminals open at a click. */
export function placeName({ path, line, column }: Place): string {
  return [path, line, line && column].filter((part) => part !== undefined).join(':')
}

function frame({ line, column, text }: Place): string[] {
  if (line === undefined || text === undefined) return []
  const gutter = String(line)
  const { start, end } = windowOf(text, column ?? 1)
  const head = start > 0 ? '…' : ''
  const excerpt = head + text.slice(start, end) + (end < text.length ? '…' : '')
  const shown = [`  ${gutter} │ ${excerpt.replaceAll('\t', TAB)}`]
  if (column !== undefined) {
    const before = (head + text.slice(start, column - 1)).replaceAll('\t', TAB)
    shown.push(`  ${' '.repeat(gutter.length)} │ ${' '.repeat(columns(before))}^`)
  }
  return shown
}

/** The part of a line that is worth showing: one that a program wrote may be a megabyte long. */
function windowOf(text: string, column: number): { readonly start: number; readonly end: number } {
  if (text.length <= LONGEST) return { start: 0, end: text.length }
  const start = Math.max(0, Math.min(column - 1 - LONGEST / 2, text.length - LONGEST))
  return { start, end: start + LONGEST }
}

/** How many terminal columns a text takes: wide East Asian characters take two. */
function columns(text: string): number {
  let width = 0
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(
        character,
      )
        ? 2
        : 1
  return width
}
