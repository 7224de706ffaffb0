import { styleText } from 'node:util'
import type { Diagnostic } from '../base/diagnostic.ts'
import { formatDiagnostic } from '../base/format-diagnostic.ts'

/** Where a command prints: results to standard output, everything about them to standard error. */
export type Terminal = {
  readonly print: (text: string) => void
  readonly tell: (text: string) => void
  readonly report: (diagnostics: readonly Diagnostic[]) => void
  /** Whether a person watches, so that a bar can move. */
  readonly isInteractive: boolean
  readonly paint: (format: Parameters<typeof styleText>[0], text: string) => string
  readonly cwd: string
  /** The file that was started: `inkseal.js`. */
  readonly program: string
  readonly env: NodeJS.ProcessEnv
}

type Process = Pick<NodeJS.Process, 'stdout' | 'stderr' | 'cwd' | 'env' | 'argv'>

export function createTerminal({ stdout, stderr, cwd, env, argv }: Process): Terminal {
  const isInteractive = stderr.isTTY === true && env.CI === undefined && env.TERM !== 'dumb'
  // NO_COLOR and FORCE_COLOR as everyone reads them (no-color.org).
  const color = env.NO_COLOR ? false : env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : isInteractive
  // A full disk under a log, or a reader who went away, is no reason for a server to end.
  for (const stream of [stdout, stderr]) stream.on('error', () => {})
  const tell = (text: string) => void stderr.write(`${text}\n`)
  return {
    print: (text) => void stdout.write(`${text}\n`),
    tell,
    report(diagnostics) {
      for (const diagnostic of diagnostics) tell(`${formatDiagnostic(diagnostic, { color })}\n`)
    },
    isInteractive,
    paint: (format, text) => (color ? styleText(format, text, { validateStream: false }) : text),
    cwd: cwd(),
    program: argv[1] ?? '',
    env,
  }
}
