import { access } from 'node:fs/promises'
import path from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { readIfThere } from '../../base/read-if-there.ts'
import { SiteError } from '../../base/site-error.ts'
import type { ReadConfig } from '../read-config.ts'
import { applyRules, type HugoRefusal } from './apply-rules.ts'
import { deriveEntries } from './derive-entries.ts'
import type { HugoFilePath } from './find-hugo-files.ts'
import type { HugoEntry } from './hugo-entry.ts'
import type { HugoFile } from './hugo-file.ts'
import { createHugoSource, locateInFiles } from './hugo-source.ts'
import { joinEntries } from './join-entries.ts'
import { type HugoTable, mergeTables } from './merge-tables.ts'
import { parseHugoFile } from './parse-hugo-file.ts'
import { asTexts } from './read-values.ts'
import { warnOfHugo } from './warn-of-hugo.ts'

/**
 * Reads the config of a Hugo site as Hugo does, and says as a `UserConfig` what of it has a meaning here. The table
 * `[inkseal]`, which Hugo passes over, holds what Hugo has no keys for; it goes over all else.
 *
 * @throws SiteError config/load, config/invalid
 */
export async function readHugoConfig(root: string, paths: readonly HugoFilePath[]): Promise<ReadConfig> {
  const files = await Promise.all(paths.map((file) => readFile(root, file)))
  const site = mergeTables(files)
  const { entries: own, refusals } = applyRules(site)
  if (refusals.length > 0) throw new SiteError(refusals.map((refusal) => explainRefusal(refusal, files)))
  const theme = await findTheme(root, site.theme)
  const entries: readonly HugoEntry[] = [
    ...deriveEntries(site),
    ...own,
    ...(theme.name === undefined ? [] : [{ from: ['theme'], to: ['theme'], value: theme.name }]),
    { from: ['inkseal'], to: [], value: rawTable(files, 'inkseal') },
  ]
  const exported = joinEntries(entries)
  return {
    exported,
    files: paths.map((file) => file.path),
    source: createHugoSource(files, entries),
    warnings: warnOfHugo({ site, files, theme: exported.theme === theme.name ? theme.unusable : undefined }),
  }
}

async function readFile(root: string, { path: file, keys }: HugoFilePath): Promise<HugoFile> {
  const text = String((await readIfThere(file)) ?? '').replace(/^\uFEFF/, '')
  return parseHugoFile({ path: path.relative(root, file).replaceAll(path.sep, '/'), text, keys })
}

/** A table of the first level with its keys as they are spelled: those of a `UserConfig` are spelled in one way. */
const rawTable = (files: readonly HugoFile[], name: string): unknown =>
  joinEntries(
    files.flatMap(({ keys, value }) =>
      (keys[0] === name ? [value] : keys.length === 0 ? spelled(value, name) : []).map((table) => ({
        from: [],
        to: keys.slice(1),
        value: table,
      })),
    ),
  )

const spelled = (record: HugoTable, name: string) =>
  Object.entries(record).flatMap(([key, value]) => (key.toLowerCase() === name ? [value] : []))

type FoundTheme = { readonly name: string | undefined; readonly unusable: string | undefined }

/** The first theme that is one of Inkseal's: Hugo's own are templates of Go's. */
async function findTheme(root: string, value: unknown): Promise<FoundTheme> {
  const names = asTexts(value ?? [])
  const themes = Array.isArray(names) ? names.map(String) : []
  for (const name of themes) {
    if (name === 'folio' || (await isThere(path.join(root, 'themes', name, 'theme.ts')))) {
      return { name, unusable: undefined }
    }
  }
  return { name: undefined, unusable: themes[0] }
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )

function explainRefusal({ from, reason, hint }: HugoRefusal, files: readonly HugoFile[]): Diagnostic {
  const { keys, place } = locateInFiles(files, from)
  return {
    code: 'config/invalid',
    severity: 'error',
    message: `Cannot use the config's "${keys.join('.')}": ${reason}`,
    hint,
    place,
  }
}
