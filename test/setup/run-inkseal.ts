import { type ChildProcess, spawn } from 'node:child_process'

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export type RunOptions = { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> }

const program = new URL('../../bin/inkseal.js', import.meta.url).pathname

/** Runs the real command to its end. */
export function runInkseal(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = spawnInkseal(args, options)
  return new Promise((resolve) => {
    const read = collect(child)
    child.on('close', (code) => resolve({ code, ...read() }))
  })
}

export type Running = {
  readonly child: ChildProcess
  /** Waits until something is printed, to either stream. */
  readonly until: (pattern: RegExp) => Promise<string>
  /** Sends a signal and waits for the end. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<Ran>
}

/** Starts the real command and leaves it running. */
export function startInkseal(args: readonly string[], options: RunOptions = {}): Running {
  const child = spawnInkseal(args, options)
  const read = collect(child)
  const ended = new Promise<Ran>((resolve) => child.on('close', (code) => resolve({ code, ...read() })))
  return {
    child,
    async until(pattern) {
      for (;;) {
        const { stdout, stderr } = read()
        const found = pattern.exec(stdout + stderr)
        if (found) return found[0]
        if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}:\n${stdout}${stderr}`)
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
    },
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

function spawnInkseal(args: readonly string[], { cwd = process.cwd(), env }: RunOptions) {
  return spawn(process.execPath, [program, ...args], { cwd, env: { ...process.env, ...env, NO_COLOR: '1' } })
}

function collect(child: ChildProcess) {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return () => ({ stdout, stderr })
}
