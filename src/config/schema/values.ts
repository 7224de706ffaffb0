import * as v from 'valibot'

/** The kinds of values that several keys of the config take. */

export const text = v.pipe(v.string(), v.nonEmpty('It must not be empty'))

export const whole = v.pipe(v.number(), v.integer('It must be a whole number'))

export const count = v.pipe(whole, v.minValue(1, 'It must be at least 1'))

export const port = v.pipe(
  whole,
  v.minValue(1, 'It must be a port, 1 to 65535'),
  v.maxValue(65535, 'It must be a port, 1 to 65535'),
)

export const texts = v.array(text)

/** One of some words; `v.picklist` would tell of them as TypeScript writes them. */
export const oneOf = <const Words extends readonly string[]>(...words: Words) =>
  v.pipe(
    v.string(),
    // Told only when it is wanted: for its first list, Node loads tables for 20 ms.
    v.check(
      (value) => words.includes(value),
      () => `It must be ${listed(words)}`,
    ),
  )

/** A name that is part of an address or of a file's name. */
export const fileName = v.pipe(
  text,
  v.check((value) => !/[\\/]|^\.+$/.test(value), 'It must be a name alone, without a folder'),
)

/** `v.record` takes a list for a record with numbers as its keys. */
export const recordOf = <const Key extends v.GenericSchema<string>, const Value extends v.GenericSchema>(
  key: Key,
  value: Value,
) =>
  either(
    Array.isArray,
    v.custom<never>(() => false),
    v.record(key, value),
  )

export const params = v.lazy(() => recordOf(v.string(), v.unknown()))

/**
 * For a key that takes two kinds of values: what its own kind is decides which of them its mistakes are told of. A
 * union would say of each that it is not the other.
 */
export const either = <const A extends v.GenericSchema, const B extends v.GenericSchema>(
  isFirst: (value: unknown) => boolean,
  first: A,
  second: B,
) => v.lazy((value): A | B => (isFirst(value) ? first : second))

export const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const lists = { style: 'long', type: 'disjunction' } as const

export const listed = (words: readonly string[]): string =>
  new Intl.ListFormat('en', lists).format(words.map((word) => `"${word}"`))
