import type { BuildResult } from '../build.ts'
import type { Terminal } from './terminal.ts'

/** The short table at the end of a build. */
export function describeBuild(result: BuildResult, { paint }: Terminal): string {
  const { pages, posts, tags, files, bytes, milliseconds, changed, release } = summarizeBuild(result)
  const rows: readonly (readonly [string, string])[] = [
    ['pages', count(pages)],
    ['posts', count(posts)],
    ['tags', count(tags)],
    ['files', count(files)],
    ['size', formatBytes(bytes)],
    ['time', formatTime(milliseconds)],
  ]
  const width = Math.max(...rows.map(([, value]) => value.length))
  const table = rows.map(([name, value]) => `  ${paint('dim', name.padEnd(6))} ${value.padStart(width)}`)
  const last = changed
    ? `public/ is now release ${release}`
    : `Nothing changed: public/ is still release ${release}`
  return [...table, ...describeLeftOut(result), last].join('\n')
}

/** Who looks for a post in vain reads here why. */
function describeLeftOut({ release }: BuildResult): readonly string[] {
  const { drafts, future, expired } = release.manifest.counts.leftOut
  const parts = [
    drafts > 0 && `${drafts} ${drafts === 1 ? 'draft' : 'drafts'} (--drafts)`,
    future > 0 && `${future} whose time has not come (--future)`,
    expired > 0 && `${expired} whose time is over (--expired)`,
  ].filter((part) => part !== false)
  return parts.length > 0 ? [`Left out: ${parts.join(', ')}`] : []
}

/** The same for machines: what `--json` prints. Bytes are those of the files, without their compressed forms. */
export function summarizeBuild({ release, changed, milliseconds, warnings }: BuildResult) {
  const files = Object.values(release.manifest.files)
  return {
    ok: true,
    release: release.id,
    changed,
    ...release.manifest.counts,
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    milliseconds: Math.round(milliseconds),
    warnings,
  }
}

// Not toLocaleString: its tables take 20 ms to load.
const count = (value: number) => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',')

/** `12.3 kB`, in powers of 1000. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB']
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${power === 0 ? value : value.toFixed(value < 10 ? 2 : 1)} ${units[power]}`
}

export const formatTime = (milliseconds: number) =>
  milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`
