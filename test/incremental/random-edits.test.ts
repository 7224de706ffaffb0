import { execFile } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const program = path.resolve('test/incremental/child.ts')
const minute = 60_000

type Ran = { readonly code: number; readonly told: string }

function run(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { maxBuffer: 64 * 2 ** 20 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0
      resolve({ code, told: stdout + stderr })
    })
  })
}

const edits = process.env.EDITS ?? '30'
const seed = process.env.EDIT_SEED ?? '1'

test(
  `after each of ${edits} random edits (seed ${seed}) a build comes to what a clean build comes to`,
  async () => {
    const { code, told } = await run('--edits', edits, '--seed', seed)
    // What was done is told in order, so that it can be repeated: EDITS=… EDIT_SEED=… npx vitest run test/incremental
    expect(code, told).toBe(0)
    expect(told).toMatch(/mistakes taken back\n$/)
  },
  (1 + Number(edits) / 10) * minute,
)

test.each([
  ['data', 'data'],
  ['content', 'post: a new'],
  ['themes', 'theme: a'],
])(
  'a build that does not see what changes in %s would be found out',
  async (part, only) => {
    const { code, told } = await run('--edits', '8', '--blind', part, '--only', only)
    expect(code, told).toBe(1)
    expect(told).toMatch(/^WRONG: .* (differs|is missing|should not be there)$/m)
  },
  4 * minute,
)
