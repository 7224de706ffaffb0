import type { Config } from '../../config/config.ts'
import { createReader } from './read-bytes.ts'
import type { LanguageContent } from './scan-languages.ts'
import type { Source } from './source.ts'
import { unreadableFile } from './unreadable.ts'

/** The files of a language's pages, each to be read when it is asked for. */
export function openSources({ folders }: LanguageContent, { dates }: Config): readonly Source[] {
  const read = createReader()
  const asksForModified = Object.values(dates).flat().includes(':filemodtime')
  return folders.flatMap(({ directory, name: folder, sources }) =>
    sources.map(({ path, stamp, size, modified, committed }): Source => {
      const name = `${folder}/${path}`
      return {
        path,
        name,
        stamp,
        read() {
          try {
            return read(`${directory}/${path}`, size)
          } catch (cause) {
            throw unreadableFile(name, cause)
          }
        },
        modified: asksForModified ? new Date(modified) : undefined,
        committed: committed === undefined ? undefined : new Date(committed),
      }
    }),
  )
}
