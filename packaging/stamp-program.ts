import { createHash } from 'node:crypto'
import { glob, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** A file that dist/ was made from: path from the package's folder, and what bin/is-fresh.js knows it by. */
export type StampedFile = {
  readonly path: string
  readonly size: number
  readonly mtimeMs: number
  readonly ctimeMs: number
  /** SHA-256 of its bytes, in base64url. */
  readonly digest: string
}

/** What the program comes from; packages by the file in which npm keeps what is installed. */
const made = [
  'package.json',
  'node_modules/.package-lock.json',
  'packaging/*.ts',
  'src/**/*.ts',
  'themes/**/*',
]

/** Lists what is about to be bundled: taken before, so that what changes meanwhile is seen to be newer. */
export async function listSources(root: string): Promise<readonly StampedFile[]> {
  const files: StampedFile[] = []
  for await (const file of glob(made, { cwd: root })) {
    const facts = await stat(path.join(root, file))
    if (!facts.isFile()) continue
    const { size, mtimeMs, ctimeMs } = facts
    const digest = createHash('sha256')
      .update(await readFile(path.join(root, file)))
      .digest('base64url')
    files.push({ path: file.replaceAll(path.sep, '/'), size, mtimeMs, ctimeMs, digest })
  }
  return files
}

/** Leaves in dist/ what it was made from: in the repository it is run only while it is as new as the sources. */
export async function stampProgram(out: string, sources: readonly StampedFile[]): Promise<void> {
  await writeFile(path.join(out, 'made-from.json'), JSON.stringify(sources))
}
