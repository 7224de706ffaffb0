/** What a value of front matter is taken for, as Go's `cast` takes it; undefined where it is something else. */
export const asText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined

/** Real sites write 1 and 0 and quote their booleans. */
export function asBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const text = String(value)
  if (/^(?:1|t|true)$/i.test(text)) return true
  return /^(?:0|f|false)$/i.test(text) ? false : undefined
}

export function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** A list of texts; one text alone is a list of one. */
export const asList = (value: unknown): readonly string[] | undefined =>
  asTerms(value)?.map((text) => text.trim())

/** The same, with white space at both ends kept, which in Hugo is part of a term and of its address. */
export function asTerms(value: unknown): readonly string[] | undefined {
  const items = Array.isArray(value) ? value.filter((item) => item !== null) : [value]
  const texts = items.map(asText)
  return texts.every((text) => text !== undefined) ? texts.filter((text) => text.trim() !== '') : undefined
}

/** The same, but one text is a list of its words: `/old /older`. */
export const asWords = (value: unknown): readonly string[] | undefined =>
  typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : asList(value)
