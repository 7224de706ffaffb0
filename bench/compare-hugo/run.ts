import { execFile } from 'node:child_process'

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string }

/** Runs a program to its end. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string },
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      args,
      { cwd: options.cwd, maxBuffer: 1 << 28, env: { ...process.env, TZ: 'UTC', NO_COLOR: '1' } },
      (error, stdout, stderr) => {
        if (error && typeof error.code === 'string') reject(error)
        else resolve({ code: child.exitCode ?? -1, stdout, stderr })
      },
    )
  })
}
