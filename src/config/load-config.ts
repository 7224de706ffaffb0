import { access, stat } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as v from 'valibot'
import type { Place } from '../base/diagnostic.ts'
import { placeOfLine } from '../base/place-at.ts'
import { readIfThere } from '../base/read-if-there.ts'
import { SiteError } from '../base/site-error.ts'
import { checkAcme } from './check-acme.ts'
import type { Config } from './config.ts'
import { explainIssue } from './explain-issue.ts'
import { resolveConfig } from './resolve-config.ts'
import { schema } from './schema.ts'
import { trackImports } from './track-imports.ts'
import type { UserConfig } from './user-config.ts'

const names = ['inkseal.config.ts', 'inkseal.config.js', 'inkseal.config.mjs']

/**
 * Reads the config of the site in a folder. A site needs none: without the file every key has its default.
 *
 * @throws SiteError config/missing, config/load, config/unknown-key, config/invalid
 */
export async function loadConfig(root: string): Promise<Config> {
  const file = await findFile(root)
  if (file === undefined) {
    if (!(await isDirectory(path.join(root, 'content')))) throw nothingHere(root)
    return resolveConfig({}, { root, files: [] })
  }
  const name = path.relative(root, file)
  const text = String(await readIfThere(file))
  const { exported, files } = await runFile(file, { path: name, text })
  const result = v.safeParse(schema, exported, { abortPipeEarly: true })
  if (!result.success) {
    throw new SiteError(result.issues.map((issue) => explainIssue(issue, { path: name, text })))
  }
  // The schema has checked it; its own type differs in nothing but `undefined` where a key may be left out.
  const config = resolveConfig(result.output as UserConfig, { root, files })
  checkAcme(config, { path: name, text })
  return config
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

async function runFile(file: string, source: { path: string; text: string }) {
  // The time of the last change is in the URL because a module is loaded once per URL in a process.
  const { mtimeMs } = await stat(file)
  let loaded: Awaited<ReturnType<typeof trackImports>>
  try {
    loaded = await trackImports(() => import(`${pathToFileURL(file)}?${mtimeMs}`))
  } catch (cause) {
    throw new SiteError(
      {
        code: 'config/load',
        message: `Cannot run the config: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`,
        hint:
          cause instanceof SyntaxError
            ? 'Mend the file there; a comma or a bracket that is missing is mostly missing on the line above'
            : 'Mend the file there',
        place: placeOfFailure(cause, file, source),
      },
      { cause },
    )
  }
  const { module, files } = loaded
  if (typeof module === 'object' && module !== null && 'default' in module) {
    return { exported: module.default, files }
  }
  throw new SiteError({
    code: 'config/load',
    message: 'Cannot read the config: the file has no default export',
    hint: 'Write `export default defineConfig({ … })`',
    place: { path: source.path },
  })
}

/** Node names the place of a syntax error, and of an error thrown, as `file:line` or `file:line:column`. */
function placeOfFailure(cause: unknown, file: string, source: { path: string; text: string }): Place {
  const stack = cause instanceof Error ? (cause.stack ?? '') : ''
  const after = stack.slice(stack.indexOf(file) + file.length)
  const found = stack.includes(file) ? /^(?:\?[\d.]+)?:(\d+)(?::(\d+))?/.exec(after) : null
  if (!found) return { path: source.path }
  const column = found[2] === undefined ? {} : { column: Number(found[2]) }
  return placeOfLine(source.path, source.text, { line: Number(found[1]), ...column })
}

const isDirectory = (dir: string) =>
  stat(dir).then(
    (facts) => facts.isDirectory(),
    () => false,
  )

function nothingHere(root: string): SiteError {
  return new SiteError({
    code: 'config/missing',
    message: `Cannot find a site in ${root}: there is neither inkseal.config.ts nor a folder content/`,
    hint: 'Change into the folder of your site, or name it with --root',
  })
}
