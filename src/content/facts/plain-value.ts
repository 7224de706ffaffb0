/** A value that JSON gives back as it was. */
export type Plain = { readonly plain: unknown } | { readonly tagged: Tagged }

type Tagged =
  | readonly ['date', number]
  | readonly ['number', string]
  | readonly ['list', readonly Tagged[]]
  | readonly ['map', readonly (readonly [string, Tagged])[]]
  | readonly ['value', unknown]
  | readonly ['nothing']

/** What front matter may hold, in a form that JSON keeps: most of it is that; dates, `.nan` and `-0` are not. */
export const toPlain = (value: unknown): Plain => (isPlain(value) ? { plain: value } : { tagged: tag(value) })

export const fromPlain = (plain: Plain): unknown =>
  'tagged' in plain ? untag(plain.tagged) : 'plain' in plain ? plain.plain : undefined

function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || value === null) return value !== undefined
  if (value instanceof Date) return false
  return Object.values(value).every(isPlain)
}

function tag(value: unknown): Tagged {
  if (typeof value === 'number') return ['number', Object.is(value, -0) ? '-0' : String(value)]
  if (typeof value !== 'object' || value === null) return value === undefined ? ['nothing'] : ['value', value]
  if (value instanceof Date) return ['date', value.getTime()]
  if (Array.isArray(value)) return ['list', value.map(tag)]
  return ['map', Object.entries(value).map(([key, inner]) => [key, tag(inner)])]
}

function untag([kind, value]: Tagged): unknown {
  if (kind === 'date') return new Date(value)
  if (kind === 'number') return Number(value)
  if (kind === 'list') return value.map(untag)
  if (kind === 'map') return Object.fromEntries(value.map(([key, inner]) => [key, untag(inner)]))
  return value
}
