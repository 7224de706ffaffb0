import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

export type OwnSite = { readonly root: string; readonly remove: () => Promise<void> }

/** Builds a copy of this repository's own blog in a temporary folder, by the real command. */
export async function buildOwnSite(...options: readonly string[]): Promise<OwnSite> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-site-'))
  for (const name of ['content', 'static', 'inkseal.config.ts']) {
    await cp(name, path.join(root, name), { recursive: true })
  }
  await new Promise<void>((resolve, reject) => {
    execFile(process.execPath, ['bin/inkseal.js', 'build', '--root', root, ...options], (error, _, stderr) =>
      error ? reject(new Error(stderr)) : resolve(),
    )
  })
  return { root, remove: () => rm(root, { recursive: true, force: true }) }
}
