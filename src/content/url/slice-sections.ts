/**
 * A part of a page's sections, as permalinks ask for it: `1`, `last`, `1:`, `:last`, `0:2`. What lies outside gives
 * nothing (Hugo's manual, "Permalinks").
 */
export function sliceSections(sections: readonly string[], cut: string): readonly string[] {
  const [low = '', high] = cut.toLowerCase().split(':')
  const length = sections.length
  const start = low === '' ? 0 : low === 'last' ? length - 1 : Number(low)
  if (Number.isNaN(start) || start < 0 || start >= length) return []
  if (high === undefined) return sections.slice(start, start + 1)
  const end = high === '' ? length : high === 'last' ? length - 1 : Number(high)
  return Number.isNaN(end) ? [] : sections.slice(start, Math.min(end, length))
}
