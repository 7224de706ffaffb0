import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Certificate } from './certificate.ts'
import { openGenerations } from './generations.ts'
import { certificateFolder } from './store.ts'

export type Wanted = {
  readonly names: readonly string[]
  readonly directory: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Of the certificates for other sets of names that this CA gave and that still hold, the one for most of the names. */
export async function findStandIn(
  storage: string,
  { names, directory, now }: Wanted,
): Promise<Certificate | undefined> {
  const root = certificateFolder(storage)
  const sets = await readdir(root).catch((): string[] => [])
  const found = await Promise.all(
    sets.map((set) =>
      openGenerations(path.join(root, set), async () => {})
        .current()
        .catch(() => undefined),
    ),
  )
  const useful = found.flatMap((generation) => {
    if (generation?.facts.directory !== directory) return []
    const { certificate } = generation
    const covered = certificate.names.filter((name) => names.includes(name)).length
    return covered > 0 && certificate.notAfter.getTime() > now ? [{ certificate, covered }] : []
  })
  return useful.toSorted((a, b) => b.covered - a.covered)[0]?.certificate
}
