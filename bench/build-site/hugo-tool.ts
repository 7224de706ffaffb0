import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { findHugo } from '../compare-hugo/find-hugo.ts'
import type { Tool } from './tool.ts'

/** Hugo with layouts that do what the other tools' do; undefined where there is none on this machine. */
export async function prepareHugo(cache: string): Promise<Tool | undefined> {
  const program = await findHugo(process.env)
  if (program === undefined) return undefined
  const told = execFileSync(program, ['version'], { encoding: 'utf8' })
  return {
    name: 'Hugo',
    version: /v([\d.]+)/.exec(told)?.[1] ?? told.trim(),
    command: [program, '--quiet', '--cacheDir', cache],
    leaves: ['public', 'resources', '.hugo_build.lock'],
    prepare(site) {
      cpSync(path.join(import.meta.dirname, 'hugo'), site, { recursive: true })
    },
  }
}
