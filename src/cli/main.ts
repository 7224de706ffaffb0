import { resolveOwnModules } from './own-modules.ts'
import { runProgram } from './program.ts'
import { createTerminal } from './terminal.ts'

resolveOwnModules()
// A theme is bundled; with its source map, what it throws names the author's own file.
process.setSourceMapsEnabled(true)
process.exitCode = await runProgram(process.argv.slice(2), createTerminal(process))
