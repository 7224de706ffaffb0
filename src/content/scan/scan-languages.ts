import path from 'node:path'
import type { Clock } from '../../base/clock.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Config } from '../../config/config.ts'
import { assignLanguages } from './assign-languages.ts'
import { isPassedOver } from './is-passed-over.ts'
import { readCommits } from './read-commits.ts'
import { type FoundSource, type Scan, scan } from './scan.ts'

/** What of the content is one language's. */
export type LanguageContent = {
  readonly folders: readonly ContentFolder[]
  /** Paths of the other files inside the language's content folder. */
  readonly files: readonly string[]
}

export type ContentFolder = {
  /** Absolute. */
  readonly directory: string
  /** As the author knows it. */
  readonly name: string
  readonly sources: readonly FoundSource[]
}

/** Plain data: it goes to other threads. */
export type LanguageScan = {
  /** In the order of the configs. */
  readonly contents: readonly LanguageContent[]
  /** Files of languages that are switched off, as their author knows them. */
  readonly unmounted: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Lists the content folders of all languages, each folder once. One that lies in another belongs to its own language
 * alone. (Hugo publishes its files twice.)
 *
 * @throws SiteError content/missing, content/read
 */
export async function scanLanguages(configs: readonly Config[], clock: Clock): Promise<LanguageScan> {
  const directories = [...new Set(configs.map(({ contentDir }) => contentDir))]
  const scans = await Promise.all(
    directories.map(async (directory) => {
      const sharers = configs.filter(({ contentDir }) => contentDir === directory)
      const nested = directories.filter((other) => isInside(other, directory))
      const [main] = sharers
      const name = nameOf(directory, main?.root ?? directory)
      const found = await scan(directory, {
        name,
        clock,
        ...(main && { isPassedOver: isPassedOver(main) }),
        ...(asksFor(sharers, ':git') && { commits: await readCommits(directory) }),
      })
      return { sharers, directory, name, found: without(found, { directory, nested }) }
    }),
  )
  const assigned = scans.map(({ found, directory, ...context }) => ({
    ...assignLanguages(found, { ...context, configs }),
    directory,
    name: context.name,
  }))
  return {
    contents: configs.map(({ language: { code } }) => ({
      folders: assigned.map(({ directory, name, contents }) => ({
        directory,
        name,
        sources: contents.get(code)?.sources ?? [],
      })),
      files: assigned.flatMap(({ contents }) => contents.get(code)?.files ?? []),
    })),
    unmounted: assigned.flatMap(({ unmounted }) => unmounted),
    diagnostics: [
      ...scans.flatMap(({ found }) => found.diagnostics),
      ...assigned.flatMap(({ diagnostics }) => diagnostics),
    ],
  }
}

const asksFor = (configs: readonly Config[], source: string) =>
  configs.some(({ dates }) => Object.values(dates).flat().includes(source))

const isInside = (inner: string, outer: string) => inner !== outer && inner.startsWith(outer + path.sep)

/** Relative to the site's folder, where it lies in there. */
export function nameOf(directory: string, root: string): string {
  const relative = path.relative(root, directory)
  return (relative === '' || relative.startsWith('..') ? directory : relative).replaceAll(path.sep, '/')
}

type Nesting = { readonly directory: string; readonly nested: readonly string[] }

function without({ sources, files, diagnostics }: Scan, { directory, nested }: Nesting): Scan {
  if (nested.length === 0) return { sources, files, diagnostics }
  const isOwn = (relative: string) => !nested.some((other) => isInside(path.join(directory, relative), other))
  return {
    sources: sources.filter((source) => isOwn(source.path)),
    files: files.filter(isOwn),
    diagnostics,
  }
}
