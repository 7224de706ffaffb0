import type { BuildResult } from '../build.ts'
import type { Terminal } from './terminal.ts'

/** The short table at the end of a build. */
export function describeBuild(
  { counts, milliseconds, changed, release }: BuildResult,
  { paint }: Terminal,
): string {
  const rows: readonly (readonly [string, string])[] = [
    ['pages', count(counts.pages)],
    ['posts', count(counts.posts)],
    ['tags', count(counts.tags)],
    ['files', count(counts.files)],
    ['size', formatBytes(counts.bytes)],
    ['time', formatTime(milliseconds)],
  ]
  const width = Math.max(...rows.map(([, value]) => value.length))
  const table = rows.map(([name, value]) => `  ${paint('dim', name.padEnd(6))} ${value.padStart(width)}`)
  const last = changed
    ? `public/ is now release ${release.id}`
    : `Nothing changed: public/ is still release ${release.id}`
  return [...table, last].join('\n')
}

const count = (value: number) => value.toLocaleString('en')

/** `12.3 kB`, in powers of 1000. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB']
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${power === 0 ? value : value.toFixed(value < 10 ? 2 : 1)} ${units[power]}`
}

export const formatTime = (milliseconds: number) =>
  milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`
