import { runProgram } from './program.ts'
import { reportStandstill } from './report-failure.ts'
import { createTerminal } from './terminal.ts'

const args = process.argv.slice(2)
const terminal = createTerminal(process)
// Where a promise is never settled and nothing else goes on, Node ends quietly, as though all were well.
const standStill = () => reportStandstill(args, terminal)
process.exitCode = 1
process.once('beforeExit', standStill)
process.exitCode = await runProgram(args, terminal)
process.off('beforeExit', standStill)
