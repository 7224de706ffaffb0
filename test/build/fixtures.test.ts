import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { test } from 'vitest'
import { listFiles } from '../../src/content/scan/scan.ts'

// A fixture is a site in input/ and, in expected/, the files that it is published as, or in expected.txt what
// its author is told. To accept what is new: UPDATE_FIXTURES=1 npm test, and read the difference.
const fixtures = path.resolve('test/fixtures')
const update = process.env.UPDATE_FIXTURES !== undefined

for (const name of await readdir(fixtures)) {
  test.concurrent(name, { timeout: 120_000 }, async ({ expect }) => {
    // A site beside this repository's modules, as one that was installed has them beside it.
    const root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-fixture-'))
    try {
      await cp(path.join(fixtures, name, 'input'), root, { recursive: true })
      const { stderr, code } = await run(root)
      expect(code, stderr).toBe(/^error /m.test(stderr) ? 1 : 0)
      const told = stderr.replaceAll(root, '<root>').replaceAll(process.cwd(), '<inkseal>')
      const published = await readPublished(root)
      if (update) await accept(name, { told, published })
      expect(told).toBe(await readText(path.join(fixtures, name, 'expected.txt')))
      expect(published).toEqual(await readTree(path.join(fixtures, name, 'expected')))
    } finally {
      await rm(root, { recursive: true })
    }
  })
}

/** Runs the real command. */
function run(root: string): Promise<{ stderr: string; code: number }> {
  const args = ['bin/inkseal.js', 'build', '--root', root, '--clock', '2026-11-24T09:00:00Z']
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, (_error, _stdout, stderr) =>
      resolve({ stderr, code: child.exitCode ?? -1 }),
    )
  })
}

async function readPublished(root: string): Promise<Record<string, string>> {
  const manifest = await readdir(path.join(root, 'releases')).then(
    (names) => names.find((file) => file.endsWith('.json')),
    () => undefined,
  )
  if (manifest === undefined) return {}
  const { redirects, gone, schedule } = JSON.parse(
    await readFile(path.join(root, 'releases', manifest), 'utf8'),
  )
  return {
    ...(await readTree(path.join(root, 'public'))),
    'manifest.json': `${JSON.stringify({ redirects, ...(gone.length > 0 && { gone }), schedule }, null, 2)}\n`,
  }
}

async function readTree(directory: string): Promise<Record<string, string>> {
  if (!(await stat(directory).catch(() => undefined))) return {}
  const files = await listFiles(directory)
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [file, textOf(await readFile(path.join(directory, file)))] as const),
    ),
  )
}

/** Of an image, its size: its bytes are the business of those who draw it (PNG §11.2.1). */
const textOf = (bytes: Buffer) =>
  bytes.subarray(1, 4).toString() === 'PNG'
    ? `PNG, ${bytes.readUInt32BE(16)} × ${bytes.readUInt32BE(20)}\n`
    : bytes.toString()

const readText = (file: string) => readFile(file, 'utf8').catch(() => '')

async function accept(
  name: string,
  { told, published }: { told: string; published: Record<string, string> },
) {
  const folder = path.join(fixtures, name)
  await rm(path.join(folder, 'expected'), { recursive: true, force: true })
  await rm(path.join(folder, 'expected.txt'), { force: true })
  if (told !== '') await writeFile(path.join(folder, 'expected.txt'), told)
  for (const [file, text] of Object.entries(published)) {
    const target = path.join(folder, 'expected', file)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, text)
  }
}
