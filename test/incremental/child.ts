import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { registerHooks } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { everyEdit } from './every-edit.ts'
import { buildSite, type Outcome } from './outcome.ts'
import { runEdits } from './run-edits.ts'

// A process of its own: in vitest's, a config's imports are loaded once and for all, and no one knows of them.
const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    /** Only edits whose names begin so. */
    only: { type: 'string', default: '' },
    /** A folder or file of the site whose changes the build is not to see. */
    blind: { type: 'string' },
  },
})
const folder = mkdtempSync(path.join(os.tmpdir(), 'inkseal-edits-'))
loadAnew(path.join(folder, path.sep))
try {
  const { blind } = values
  const report = await runEdits({
    folder,
    seed: Number(values.seed),
    count: Number(values.edits),
    edits: everyEdit.filter(({ name }) => name.startsWith(values.only)),
    build: blind === undefined ? buildSite : createBlindBuild(path.join(folder, 'blind'), blind),
    tell: console.log,
  })
  console.log(`seed ${values.seed}: ${report.failures} mistakes taken back`)
  if (report.difference !== undefined) {
    console.log(`WRONG: ${report.difference}`)
    process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** What a site's config imports is loaded again when it has changed, as by a command that starts anew. */
function loadAnew(inside: string): void {
  registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context)
      if (!resolved.url.startsWith('file:') || resolved.url.includes('?')) return resolved
      const file = fileURLToPath(resolved.url)
      if (!file.startsWith(inside) || file.includes(`${path.sep}.inkseal${path.sep}`)) return resolved
      const digest = createHash('sha256').update(readFileSync(file)).digest('hex')
      return { ...resolved, url: `${resolved.url}?${digest}` }
    },
  })
}

/** A build as wrong as one with a bad cache: it sees one part of the site as it was first. */
function createBlindBuild(shadow: string, part: string) {
  let first = true
  return async (root: string, now: number): Promise<Outcome> => {
    for (const name of [
      'content',
      'data',
      'i18n',
      'static',
      'layouts',
      'themes',
      'plugins',
      'inkseal.config.ts',
    ]) {
      if (name === part && !first) continue
      rmSync(path.join(shadow, name), { recursive: true, force: true })
      cpSync(path.join(root, name), path.join(shadow, name), { recursive: true, preserveTimestamps: true })
    }
    first = false
    return buildSite(shadow, now)
  }
}
