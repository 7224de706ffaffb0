import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

type Case = { readonly name: string; readonly command: readonly string[]; readonly cold: boolean }

const program = path.resolve('bin/inkseal.js')

/**
 * Times whole processes that build this repository's own blog: cold (no cache, no release) and when nothing has
 * changed, by node itself and by npx, which adds its own start. The cases take turns, so that a slow moment of the
 * machine hits all of them; medians are in milliseconds.
 */
export async function benchOwnSite(rounds: number): Promise<void> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-bench-'))
  for (const name of ['content', 'static', 'inkseal.config.ts'])
    await cp(name, path.join(root, name), { recursive: true })
  const build = ['build', '--root', root]
  const cases: readonly Case[] = [
    { name: 'inkseal build, cold', command: [process.execPath, program, ...build], cold: true },
    { name: 'inkseal build, nothing changed', command: [process.execPath, program, ...build], cold: false },
    { name: 'npx inkseal build, cold', command: ['npx', 'inkseal', ...build], cold: true },
    { name: 'npx inkseal build, nothing changed', command: ['npx', 'inkseal', ...build], cold: false },
    { name: 'npx inkseal --version', command: ['npx', 'inkseal', '--version'], cold: false },
    { name: 'inkseal --version', command: [process.execPath, program, '--version'], cold: false },
    { name: "node -e ''", command: [process.execPath, '-e', ''], cold: false },
  ]
  const times = new Map(cases.map(({ name }) => [name, [] as number[]]))
  try {
    // The first round warms the disk and Node's compile cache, and does not count.
    for (let round = 0; round <= rounds; round++) {
      for (const { name, command, cold } of cases) {
        if (cold) await removeState(root)
        const time = await timeOf(command)
        if (round > 0) times.get(name)?.push(time)
      }
    }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
  console.log(`Node ${process.version}, ${os.availableParallelism()} cores, ${rounds} rounds; milliseconds`)
  for (const [name, all] of times) {
    const sorted = all.sort((a, b) => a - b)
    const at = (part: number) =>
      String(Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0)).padStart(6)
    console.log(`${name.padEnd(36)} median ${at(0.5)}  min ${at(0)}  max ${at(1)}`)
  }
}

async function removeState(root: string): Promise<void> {
  for (const name of ['.inkseal', 'releases', 'public'])
    await rm(path.join(root, name), { recursive: true, force: true })
}

function timeOf([command = '', ...args]: readonly string[]): Promise<number> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve(performance.now() - began)
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}`))
    })
  })
}
