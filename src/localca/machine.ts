import { execFile } from 'node:child_process'
import { access } from 'node:fs/promises'
import path from 'node:path'

/** How a program ended. `code` is 127 where there is no such program. */
export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string }

/** What trust() and untrust() know of the machine and do to it. */
export type Machine = {
  readonly platform: NodeJS.Platform
  readonly home: string
  /** Whether this user may write to the system's own folders. */
  readonly isRoot: boolean
  readonly exists: (file: string) => Promise<boolean>
  readonly run: (command: string, args: readonly string[]) => Promise<Ran>
}

/** One store of trusted roots, and what became of it. `command` is for a shell, as it stands. */
export type TrustResult =
  | { readonly store: string; readonly outcome: 'done' }
  | { readonly store: string; readonly outcome: 'skipped'; readonly reason: string }
  | { readonly store: string; readonly outcome: 'needs'; readonly command: string }
  | { readonly store: string; readonly outcome: 'failed'; readonly reason: string }

/** The machine that this process runs on. */
export const thisMachine = (home: string): Machine => ({
  platform: process.platform,
  home,
  isRoot: process.getuid?.() === 0,
  exists: (file) =>
    access(file).then(
      () => true,
      () => false,
    ),
  run: runProgram,
})

/** Nothing is asked of the person: a program that wants an answer finds the end of its input. */
function runProgram(command: string, args: readonly string[]): Promise<Ran> {
  // Debian keeps update-ca-certificates where the PATH of who became root by `su` does not lead.
  const env = {
    ...process.env,
    PATH: [process.env.PATH, '/usr/sbin', '/sbin'].filter(Boolean).join(path.delimiter),
  }
  return new Promise((resolve) => {
    const child = execFile(command, [...args], { timeout: 60_000, env }, (error, stdout, stderr) => {
      if (!error) resolve({ code: 0, stdout, stderr })
      else if (error.code === 'ENOENT') resolve({ code: 127, stdout, stderr: `${command} is not installed` })
      else
        resolve({
          code: typeof error.code === 'number' ? error.code : 1,
          stdout,
          stderr: stderr || error.message,
        })
    })
    child.stdin?.end()
  })
}

/** The reason that a program gives: the last line that it wrote. */
export function failure(store: string, { code, stdout, stderr }: Ran): TrustResult {
  const reason = (stderr.trim() || stdout.trim()).split('\n').at(-1) || `the command ended with ${code}`
  return { store, outcome: 'failed', reason }
}
