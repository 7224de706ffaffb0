import path from 'node:path'
import type { LoadOptions } from '../../src/content/load-site.ts'
import { listFiles } from '../../src/content/scan/scan.ts'
import { type InksealSide, planByInkseal } from './plan-by-inkseal.ts'
import { readAliases } from './read-aliases.ts'
import { readListings } from './read-listings.ts'
import { run } from './run.ts'

const program = path.resolve(import.meta.dirname, '../../bin/inkseal.js')

/** Builds a copy of a site with the real command, and asks the same stages what they know of each page. */
export async function buildByInkseal(root: string, options: LoadOptions): Promise<InksealSide> {
  const { now, show } = options
  const common = ['--clock', new Date(now).toISOString(), '--broken-links', 'ignore']
  const flags = show.map((state) => (state === 'draft' ? '--drafts' : `--${state}`))
  const { code, stderr } = await run(
    process.execPath,
    [program, 'build', '--root', root, ...common, ...flags],
    {
      cwd: root,
    },
  )
  const { dump } = await planByInkseal(root, options)
  if (code !== 0) return { dump: { ...dump, files: [] }, refusal: stderr.replaceAll(root, '').trimEnd() }
  const out = path.join(root, 'public')
  const files = await listFiles(out)
  const [aliases, listings] = await Promise.all([readAliases(out, files), readListings(out, files)])
  return { dump: { ...dump, files, aliases, listings }, refusal: undefined }
}
