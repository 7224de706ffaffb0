import { version } from '../version.ts'
import { createTerminal } from './terminal.ts'

const args = process.argv.slice(2)
const terminal = createTerminal(process)
// Asked by scripts, again and again: nothing else is loaded for it.
if (args.length === 1 && ['--version', '-V'].includes(args[0] ?? '')) terminal.print(version)
else await run()

async function run(): Promise<void> {
  // Where a promise is never settled and nothing else goes on, Node ends quietly, as though all were well.
  const standStill = async () => (await import('./report-failure.ts')).reportStandstill(args, terminal)
  process.exitCode = 1
  process.once('beforeExit', standStill)
  const { runProgram } = await import('./program.ts')
  process.exitCode = await runProgram(args, terminal)
  process.off('beforeExit', standStill)
}
