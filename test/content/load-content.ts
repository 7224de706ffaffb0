import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import type { UserConfig } from '../../src/config/user-config.ts'
import { type LoadedSite, loadSite } from '../../src/content/load-site.ts'

/** Writes a site's files into a temporary folder, and loads it as it is at the given moment. */
export async function loadContent(
  files: Readonly<Record<string, string>>,
  config: UserConfig = {},
  now = Date.UTC(2026, 0, 1),
): Promise<LoadedSite> {
  const root = await mkdtemp(path.join(tmpdir(), 'inkseal-content-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  await mkdir(path.join(root, 'content'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true })
    await writeFile(path.join(root, name), text)
  }
  return loadSite(resolveConfig(config, { root, files: [] }), { now, show: [] })
}

/** A post's text: front matter of the given lines, and a body. */
export const post = (...lines: readonly string[]) => ['---', ...lines, '---', '', 'Text.', ''].join('\n')
