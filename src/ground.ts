import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestOf } from './base/digest-of.ts'
import type { Config } from './config/config.ts'
import { digestConfig } from './config/digest-config.ts'
import { version } from './version.ts'

/**
 * A digest of what everything in a build depends on: Inkseal itself, Node, and the config with its plugins. A plugin
 * may read the clock, as far as the day goes.
 */
export async function digestGround(config: Config, now: number): Promise<string> {
  const { remarkPlugins, rehypePlugins } = config.markdown
  const hasPlugins = remarkPlugins.length + rehypePlugins.length > 0
  const day = hasPlugins ? new Date(now).toISOString().slice(0, 10) : ''
  return digestOf(
    JSON.stringify([version, process.version, digestProgram(), await digestConfig(config), day]),
  )
}

/**
 * Says what the version does not while Inkseal is worked on: of sources, how each file looks on the disk; of the
 * program as packaging/ bundles it, what that was made from.
 */
function digestProgram(): string {
  const own = fileURLToPath(import.meta.url)
  if (!own.endsWith('.ts')) return digestOf(readFileSync(path.join(path.dirname(own), 'made-from.json')))
  const names = readdirSync(path.dirname(own), { recursive: true, encoding: 'utf8' }).sort()
  const looks = names.map((name) => {
    const { size, mtimeMs, ctimeMs } = statSync(path.join(path.dirname(own), name))
    return [name, size, mtimeMs, ctimeMs]
  })
  return digestOf(JSON.stringify(looks))
}
