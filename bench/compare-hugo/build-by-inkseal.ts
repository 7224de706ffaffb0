import path from 'node:path'
import type { LoadOptions } from '../../src/content/load-site.ts'
import { listFiles } from '../../src/content/scan.ts'
import type { Dump } from './dump.ts'
import { dumpModel } from './dump-model.ts'
import { readAliases } from './read-aliases.ts'
import { readListings } from './read-listings.ts'
import { run } from './run.ts'

export type InksealBuild = {
  /** Without files where the command refused to publish the site, and why it did. */
  readonly dump: Dump
  readonly refusal: string | undefined
}

const program = path.resolve(import.meta.dirname, '../../bin/inkseal.js')

/** Builds a copy of a site with the real command, and asks the same stages what they know of each page. */
export async function buildByInkseal(root: string, options: LoadOptions): Promise<InksealBuild> {
  const { now, show } = options
  // Links that lead nowhere are a matter between the author and the readers, not between the two programs.
  const common = ['--clock', new Date(now).toISOString(), '--broken-links', 'ignore']
  const flags = show.map((state) => (state === 'draft' ? '--drafts' : `--${state}`))
  const { code, stderr } = await run(
    process.execPath,
    [program, 'build', '--root', root, ...common, ...flags],
    {
      cwd: root,
    },
  )
  const out = path.join(root, 'public')
  const files = code === 0 ? withoutCompressed(await listFiles(out)) : []
  const { pages = {}, sites = {} } = (await dumpModel(root, options)) ?? {}
  const [aliases, listings] = await Promise.all([readAliases(out, files), readListings(out, files)])
  return {
    dump: { files, aliases, pages, sites, listings },
    refusal: code === 0 ? undefined : stderr.replaceAll(root, '').trimEnd(),
  }
}

function withoutCompressed(files: readonly string[]): readonly string[] {
  const all = new Set(files)
  return files.filter((file) => !(/\.(br|gz)$/.test(file) && all.has(file.replace(/\.\w+$/, ''))))
}
