import { access, stat } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { SiteError } from '../base/site-error.ts'
import { checkAcme } from './check-acme.ts'
import { checkLanguages } from './check-languages.ts'
import type { Config } from './config.ts'
import { explainIssue } from './explain-issue.ts'
import { findHugoFiles } from './hugo/find-hugo-files.ts'
import type { ReadConfig } from './read-config.ts'
import { resolveConfig } from './resolve-config.ts'
import { runConfig } from './run-config.ts'
import { schema } from './schema.ts'
import type { UserConfig } from './user-config.ts'

const names = ['inkseal.config.ts', 'inkseal.config.js', 'inkseal.config.mjs']

/**
 * Reads the config of the site in a folder: Inkseal's own, else that of a Hugo site. A site needs none: without one
 * every key has its default.
 *
 * @throws SiteError config/missing, config/load, config/unknown-key, config/invalid
 */
export async function loadConfig(root: string): Promise<Config> {
  const read = await readConfig(root)
  if (read === undefined) {
    if (!(await isDirectory(path.join(root, 'content')))) throw nothingHere(root)
    return resolveConfig({}, { root, files: [] })
  }
  const { exported, files, source, warnings } = read
  const result = v.safeParse(schema, exported, { abortPipeEarly: true })
  if (!result.success) throw new SiteError(result.issues.map((issue) => explainIssue(issue, source)))
  // The schema has checked it; its own type differs in nothing but `undefined` where a key may be left out.
  const user = result.output as UserConfig
  checkLanguages(user, source)
  const config = resolveConfig(user, { root, files, warnings })
  checkAcme(config, source)
  return config
}

async function readConfig(root: string): Promise<ReadConfig | undefined> {
  const file = await findFile(root)
  if (file !== undefined) return runConfig(root, file)
  const hugoFiles = await findHugoFiles(root)
  if (hugoFiles.length === 0) return undefined
  // The parsers are loaded for those who have something to parse.
  const { readHugoConfig } = await import('./hugo/read-hugo-config.ts')
  return readHugoConfig(root, hugoFiles)
}

async function findFile(root: string): Promise<string | undefined> {
  for (const name of names) {
    const file = path.join(root, name)
    if (
      await access(file).then(
        () => true,
        () => false,
      )
    )
      return file
  }
  return undefined
}

const isDirectory = (dir: string) =>
  stat(dir).then(
    (facts) => facts.isDirectory(),
    () => false,
  )

function nothingHere(root: string): SiteError {
  return new SiteError({
    code: 'config/missing',
    message: `Cannot find a site in ${root}: there is no inkseal.config.ts, no hugo.toml and no folder content/`,
    hint: 'Change into the folder of your site, or name it with --root',
  })
}
