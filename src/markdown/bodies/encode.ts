import { fromPlain, toPlain } from '../../content/facts/plain-value.ts'

/** Data as one line of text, dates included. */
export const encode = (value: unknown): string => JSON.stringify(toPlain(value))

/** What `encode` was given. */
export const decode = <Value>(text: string): Value => fromPlain(JSON.parse(text)) as Value
