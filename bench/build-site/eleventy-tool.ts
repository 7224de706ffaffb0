import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runMeasured } from './run-measured.ts'
import type { Tool } from './tool.ts'

const source = path.join(import.meta.dirname, 'eleventy')

/** Eleventy with the plugins that make it do the other tools' work. It is installed at its first use. */
export async function prepareEleventy(env: NodeJS.ProcessEnv): Promise<Tool> {
  const installed = await install(env)
  const modules = path.join(installed, 'node_modules')
  const eleventy = path.join(modules, '@11ty/eleventy')
  const { version }: { version: string } = JSON.parse(
    readFileSync(path.join(eleventy, 'package.json'), 'utf8'),
  )
  return {
    name: 'Eleventy',
    version,
    command: [process.execPath, path.join(eleventy, 'cmd.cjs'), '--quiet'],
    leaves: ['public', '.cache'],
    prepare(site) {
      for (const name of ['eleventy.config.js', '_includes', 'content', 'package.json'])
        cpSync(path.join(source, name), path.join(site, name), { recursive: true })
      symlinkSync(modules, path.join(site, 'node_modules'))
    },
    note: 'Eleventy keeps nothing from one process to the next: it does all its work again when little or nothing has changed. It makes one feed, the others one for every list.',
  }
}

/** In the user's cache folder, by the digest of the lock file. */
async function install(env: NodeJS.ProcessEnv): Promise<string> {
  const lock = readFileSync(path.join(source, 'package-lock.json'))
  const digest = createHash('sha256').update(lock).digest('hex').slice(0, 12)
  const caches = env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
  const folder = path.join(caches, 'inkseal-bench', `eleventy-${digest}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  try {
    for (const name of ['package.json', 'package-lock.json'])
      cpSync(path.join(source, name), path.join(unfinished, name))
    await runMeasured({
      command: ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund'],
      cwd: unfinished,
    })
    renameSync(unfinished, folder)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return folder
}
