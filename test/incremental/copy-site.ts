import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

const state = ['.inkseal', 'releases', 'public']
/** What the bundled theme is made from. */
const bundled = ['themes', 'layouts']

/**
 * Gives a function that makes a folder a copy of a site that was never built, of which only the addresses are
 * remembered. A bundled theme stays there while its files are the same: it takes most of a small site's build.
 */
export function createCopier(from: string, to: string): () => void {
  let theme = ''
  return () => {
    const next = digestOf(from, bundled)
    if (next !== theme) rmSync(path.join(to, '.inkseal'), { recursive: true, force: true })
    theme = next
    for (const name of readIfThere(to)) {
      if (name === '.inkseal') keepTheme(path.join(to, '.inkseal'))
      else rmSync(path.join(to, name), { recursive: true })
    }
    for (const name of readdirSync(from)) {
      if (state.includes(name)) continue
      cpSync(path.join(from, name), path.join(to, name), { recursive: true, preserveTimestamps: true })
    }
  }
}

function keepTheme(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== 'cache') rmSync(path.join(folder, name), { recursive: true })
  }
  const cache = path.join(folder, 'cache')
  for (const name of readIfThere(cache)) {
    if (!/^(theme\.json|layouts-.*\.mjs)$/.test(name)) rmSync(path.join(cache, name), { recursive: true })
  }
}

const readIfThere = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])

function digestOf(root: string, folders: readonly string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
    for (const file of files.sort()) hash.update(JSON.stringify([file, readFileSync(file, 'base64')]))
  }
  return hash.digest('hex')
}
