import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { bundleProgram } from './bundle-program.ts'
import { findEntries } from './find-entries.ts'
import { shipThemes } from './ship-themes.ts'
import { listSources, stampProgram } from './stamp-program.ts'
import { writeNotices } from './write-notices.ts'

// Makes dist/: the program by esbuild in few files, so that it starts fast, and its declarations by tsc.
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } })
const root = path.resolve(import.meta.dirname, '..')
const out = path.resolve(values.out)
await rm(out, { recursive: true, force: true })
const sources = await listSources(root)
const inputs = await bundleProgram({ root, out, entries: await findEntries(root) })
await writeNotices(out, inputs)
await shipThemes({ root, out })
// Who installed without the development dependencies runs the program, and packs none.
const tsc = path.join(root, 'node_modules/.bin/tsc')
if (existsSync(tsc))
  await promisify(execFile)(tsc, ['-p', 'tsconfig.dist.json', '--outDir', out], { cwd: root })
await stampProgram(out, sources)
