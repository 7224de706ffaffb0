import type { Difference } from './compare-dumps.ts'

export type Report = {
  readonly differences: readonly Difference[]
  /** Reason → what differs for it. */
  readonly deviations: ReadonlyMap<string, readonly Difference[]>
  /** Pages whose body reads otherwise; told, but not counted: much of it is a theme's and a shortcode's. */
  readonly texts: readonly Difference[]
  readonly extras: readonly string[]
  readonly notes: readonly string[]
  /** What was compared. */
  readonly compared: string
}

/** The report as text; of each kind of difference the first `limit`. */
export function printReport(report: Report, limit: number): string {
  const { differences, deviations, texts, extras, notes, compared } = report
  const groups = Map.groupBy(differences, ({ kind }) => kind)
  const lines = [...groups].flatMap(([kind, group]) => [
    '',
    `${kind} – ${group.length}`,
    ...listed(group, limit),
  ])
  const meant = [...deviations].flatMap(([reason, group]) => [`  ${group.length} × ${reason}`])
  return [
    ...notes.map((note) => `note: ${note}`),
    ...(extras.length > 0
      ? [
          `note: Inkseal publishes ${extras.length} files that are not compared: ${shorten(extras.join(', '))}`,
        ]
      : []),
    ...lines,
    ...(texts.length > 0 ? ['', `text – ${texts.length}, not counted`, ...listed(texts, limit)] : []),
    ...(meant.length > 0 ? ['', 'Better on purpose', ...meant] : []),
    '',
    differences.length === 0
      ? `No differences: ${compared}`
      : `${differences.length} differences in ${groups.size} kinds: ${compared}`,
  ].join('\n')
}

function listed(group: readonly Difference[], limit: number): readonly string[] {
  const shown = group.slice(0, limit).flatMap(describe)
  const rest = group.length - limit
  return rest > 0 ? [...shown, `  … and ${rest} more (--all)`] : shown
}

function describe({ where, hugo, inkseal }: Difference): readonly string[] {
  if (isTexts(hugo) && isTexts(inkseal)) {
    const parts = describeLists(hugo, inkseal)
    if (parts.length > 0) return [`  ${where}`, ...parts.map((part) => `    ${part}`)]
  }
  if (typeof hugo === 'string' && typeof inkseal === 'string' && hugo.length + inkseal.length > 100) {
    return [`  ${where}`, ...aroundFirstDifference(hugo, inkseal)]
  }
  return [`  ${where}`, `    hugo     ${shown(hugo)}`, `    inkseal  ${shown(inkseal)}`]
}

function describeLists(hugo: readonly string[], inkseal: readonly string[]): readonly string[] {
  const missing = hugo.filter((item) => !inkseal.includes(item))
  const extra = inkseal.filter((item) => !hugo.includes(item))
  if (missing.length + extra.length > 0) {
    return [
      ...(missing.length > 0 ? [`only hugo     ${shorten(missing.join(' | '))}`] : []),
      ...(extra.length > 0 ? [`only inkseal  ${shorten(extra.join(' | '))}`] : []),
    ]
  }
  const at = hugo.findIndex((item, index) => item !== inkseal[index])
  return [
    `from number ${at + 1} on in another order`,
    `hugo     ${shorten(hugo.slice(at).join(' | '))}`,
    `inkseal  ${shorten(inkseal.slice(at).join(' | '))}`,
  ]
}

function aroundFirstDifference(hugo: string, inkseal: string): readonly string[] {
  let at = 0
  while (hugo[at] === inkseal[at]) at += 1
  const from = Math.max(0, at - 30)
  const part = (text: string) => `${from > 0 ? '…' : ''}${shorten(text.slice(from), 90)}`
  return [`    hugo     ${part(hugo)}`, `    inkseal  ${part(inkseal)}`]
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const shown = (value: unknown) =>
  value === undefined || value === ''
    ? '–'
    : shorten(typeof value === 'string' ? value : JSON.stringify(value))

const shorten = (text: string, length = 240) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text
