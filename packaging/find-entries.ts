import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * The modules of src/ that are reached by their path, as `server/index`: the command, what package.json exports, and
 * what the sources name by a URL, such as the programs of threads.
 */
export async function findEntries(root: string): Promise<readonly string[]> {
  const entries = new Set(['cli/main'])
  const { exports }: { exports: Record<string, { default?: string }> } = JSON.parse(
    await readFile(path.join(root, 'package.json'), 'utf8'),
  )
  for (const { default: file } of Object.values(exports)) {
    const name = /^\.\/dist\/(.*)\.js$/.exec(file ?? '')?.[1]
    if (name !== undefined) entries.add(name)
  }
  const src = path.join(root, 'src')
  for await (const file of glob('**/*.ts', { cwd: src })) {
    const text = await readFile(path.join(src, file), 'utf8')
    for (const [, name = ''] of text.matchAll(
      /`(\.{1,2}\/[\w/-]+)\$\{path\.extname\(import\.meta\.url\)\}`/g,
    ))
      entries.add(path.posix.join(path.posix.dirname(file.replaceAll(path.sep, '/')), name))
  }
  return [...entries].sort()
}
