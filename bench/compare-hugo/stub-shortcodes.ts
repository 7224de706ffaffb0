import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Those that come with Hugo 0.169. */
const builtIn = new Set('details figure highlight instagram param qr ref relref vimeo x youtube'.split(' '))

const calls = /\{\{[<%]\s*(\/?)\s*([\w/.-]*[\w-])[\s\S]*?(\/?)\s*[>%]\}\}/g

export type Shortcodes = {
  /** Names that the content uses and Hugo does not bring, or that the site brings itself. */
  readonly own: readonly string[]
  /** Those of them that are closed somewhere. */
  readonly closed: ReadonlySet<string>
}

/** Finds the shortcodes that only the site's own layouts can print. */
export async function findOwnShortcodes(root: string, contents: readonly string[]): Promise<Shortcodes> {
  const overridden = new Set<string>()
  for (const folder of ['layouts/shortcodes', 'layouts/_shortcodes']) {
    for (const name of await readdir(path.join(root, folder)).catch(() => []))
      overridden.add(name.replace(/\.[^.]+$/, ''))
  }
  const own = new Set<string>()
  const closed = new Set<string>()
  const listed = await Promise.all(
    contents.map((folder) =>
      readdir(path.join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []),
    ),
  )
  for (const entry of listed.flat()) {
    if (!entry.isFile() || !/\.(md|markdown|html?)$/i.test(entry.name)) continue
    const text = await readFile(path.join(entry.parentPath, entry.name), 'utf8')
    for (const [, slash, name = '', itself] of text.matchAll(calls)) {
      if (builtIn.has(name) && !overridden.has(name)) continue
      own.add(name)
      if (slash === '/' || itself === '/') closed.add(name)
    }
  }
  return { own: [...own].sort(), closed }
}

/** Makes each print nothing, in Hugo's layouts. */
export async function stubForHugo(root: string, { own, closed }: Shortcodes): Promise<void> {
  for (const name of own) {
    const text = closed.has(name) ? '{{ $inner := .Inner }}' : '{{ $name := .Name }}'
    await writeStub(path.join(root, 'layouts/_shortcodes', `${name}.html`), text)
  }
}

/** Makes each print nothing, in Inkseal's layouts. */
export async function stubForInkseal(root: string, { own }: Shortcodes): Promise<void> {
  for (const name of own)
    await writeStub(path.join(root, 'layouts/shortcodes', `${name}.tsx`), 'export default () => null\n')
}

async function writeStub(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
}
