import type { Place } from '../../base/diagnostic.ts'
import { placeAt } from '../../base/place-at.ts'
import type { HugoFile } from './hugo-file.ts'

/** A key or an item as its author wrote it, with where it stands. */
export type LocatedKey = {
  /** As they are spelled, as far as the file has them. */
  readonly keys: readonly string[]
  readonly place: Place
}

/** Looks for keys in a file, without regard to case, and gives the last of them that it has. */
export function locateKey(file: HugoFile, keys: readonly string[]): LocatedKey {
  const { path, text } = file
  const offsets = keys.length === 0 ? [] : file.offsets()
  for (let length = keys.length; length > 0; length--) {
    const wanted = joined(keys.slice(0, length))
    const found = offsets.find(([own]) => joined(own) === wanted)
    if (found) return { keys: found[0], place: placeAt(path, text, found[1]) }
  }
  return { keys: [], place: { path } }
}

const joined = (keys: readonly string[]) => keys.join('\0').toLowerCase()
