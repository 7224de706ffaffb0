/** Plain data as one line of JSON in which dates stay dates. */
export const encode = (value: unknown): string =>
  JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key, given: unknown) {
    // JSON asks a date for its text before it asks here.
    const own = this[key]
    return own instanceof Date ? { [DATE]: own.getTime() } : given
  })

/** What `encode` was given. */
export const decode = <Value>(text: string): Value =>
  JSON.parse(text, (_key, value: unknown) =>
    isDate(value) ? new Date(value[DATE] ?? Number.NaN) : value,
  ) as Value

const DATE = '\u0000date'

const isDate = (value: unknown): value is { readonly [DATE]: number | null } =>
  typeof value === 'object' && value !== null && DATE in value
