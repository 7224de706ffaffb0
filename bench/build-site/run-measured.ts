import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type Run = {
  /** From the start of the process to its end. */
  readonly milliseconds: number
  /** The most that the process and its children held in memory at once, in bytes; undefined where nothing tells. */
  readonly peak: number | undefined
}

export type RunOptions = {
  readonly command: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>> | undefined
}

/** Runs a program to its end. Throws with what it said where it fails. */
export function runMeasured({ command, cwd, env }: RunOptions): Promise<Run> {
  const [program = '', ...args] = command
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-4000)
      })
    const memory = watchMemory(child.pid ?? 0)
    child.on('error', reject)
    child.on('exit', (code) => {
      const milliseconds = performance.now() - began
      const peak = memory.stop()
      if (code === 0) resolve({ milliseconds, peak })
      else reject(new Error(`${command.join(' ')} ended with ${code}:\n${said}`))
    })
  })
}

/** Often enough to see a peak, seldom enough not to be seen itself. */
const INTERVAL = 50

/** Linux tells a process's own peak and what it holds now; others' tools would have to be installed. */
function watchMemory(pid: number) {
  let peak: number | undefined
  const look = () => {
    const all = familyOf(pid).map(memoryOf)
    const now = all.reduce((sum, { now }) => sum + now, 0)
    const highest = Math.max(now, ...all.map(({ highest }) => highest))
    if (highest > 0) peak = Math.max(peak ?? 0, highest)
  }
  const timer = setInterval(look, INTERVAL)
  look()
  return {
    stop() {
      clearInterval(timer)
      return peak
    },
  }
}

function familyOf(pid: number): readonly number[] {
  const children = (readProc(`${pid}/task/${pid}/children`) ?? '').split(' ').filter(Boolean).map(Number)
  return [pid, ...children.flatMap(familyOf)]
}

function memoryOf(pid: number) {
  const status = readProc(`${pid}/status`) ?? ''
  const kilobytes = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0)
  return { now: kilobytes('VmRSS') * 1024, highest: kilobytes('VmHWM') * 1024 }
}

/** A process may end while it is looked at. */
function readProc(name: string): string | undefined {
  try {
    return readFileSync(`/proc/${name}`, 'utf8')
  } catch {
    return undefined
  }
}
