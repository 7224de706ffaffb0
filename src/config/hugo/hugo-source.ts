import type { ConfigSource } from '../config-source.ts'
import type { HugoEntry } from './hugo-entry.ts'
import type { HugoFile } from './hugo-file.ts'
import { type LocatedKey, locateKey } from './locate-key.ts'

/** Finds in a Hugo site's config what a value of the `UserConfig` was made from. */
export function createHugoSource(files: readonly HugoFile[], entries: readonly HugoEntry[]): ConfigSource {
  const find = (keys: readonly string[]): LocatedKey => {
    const own = locateInFiles(files, ['inkseal', ...keys])
    const entry = entries
      .filter(({ to }) => to.length > 0 && to.every((key, index) => key === keys[index]))
      .reduce<HugoEntry | undefined>(
        (best, one) => (best && best.to.length > one.to.length ? best : one),
        undefined,
      )
    if (own.keys.length > Math.max(1, entry?.to.length ?? 0)) {
      return { keys: ['inkseal', ...keys], place: own.place }
    }
    return locateInFiles(files, entry ? [...entry.from, ...keys.slice(entry.to.length)] : [])
  }
  return {
    nameOf(keys) {
      const found = find(keys)
      if (found.keys.length > 0) return found.keys.join('.')
      const name = keys.join('.')
      return usualNames[name] ?? `inkseal.${name}`
    },
    placeOf: (keys) => find(keys).place,
  }
}

/** What an author is to write where there is nothing yet. */
const usualNames: Readonly<Record<string, string>> = {
  'site.url': 'baseURL',
  defaultLanguage: 'defaultContentLanguage',
  languages: 'languages',
}

/** The deepest of some keys that a file has, of the last file that has it: it goes over those before. */
export function locateInFiles(files: readonly HugoFile[], keys: readonly string[]): LocatedKey {
  return files
    .map((file) => locateBelow(file, keys))
    .reduce((best, one) => (one.keys.length >= best.keys.length ? one : best), {
      keys: [],
      place: { path: files[0]?.path ?? '' },
    })
}

/** Files of a folder hold what stands below the keys that they are named after. */
function locateBelow(file: HugoFile, keys: readonly string[]): LocatedKey {
  const { keys: above, path } = file
  const common = above.slice(0, keys.length)
  if (common.some((key, index) => key !== keys[index]?.toLowerCase())) return { keys: [], place: { path } }
  const { keys: own, place } = locateKey(file, keys.slice(above.length))
  return { keys: [...common, ...own], place }
}
