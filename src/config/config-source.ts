import type { Place } from '../base/diagnostic.ts'
import { placeAt } from '../base/place-at.ts'

/** Where the values of a config were written, for what is told of them. `keys` lead to a value of a `UserConfig`. */
export type ConfigSource = {
  /** As its author knows it: `site.url`, or `baseURL` where a Hugo config was read. */
  readonly nameOf: (keys: readonly string[]) => string
  /** The nearest place that is known. */
  readonly placeOf: (keys: readonly string[]) => Place
}

/** Finds the keys one after the other in the file's text: right for every config that is written as one literal. */
export function createLiteralSource(path: string, text: string): ConfigSource {
  return {
    nameOf: (keys) => keys.join('.'),
    placeOf(keys) {
      let offset = -1
      for (const key of keys) {
        if (/^\d+$/.test(key)) continue
        const pattern = new RegExp(`(?<![\\w$.])(['"]?)${key.replaceAll(/[^\w$]/g, '\\$&')}\\1\\s*[:,}]`, 'g')
        pattern.lastIndex = offset + 1
        const found = pattern.exec(text)
        if (!found) break
        offset = found.index
      }
      return offset === -1 ? { path } : placeAt(path, text, offset)
    },
  }
}
