import { stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Place } from '../base/diagnostic.ts'
import { placeOfLine } from '../base/place-at.ts'
import { readIfThere } from '../base/read-if-there.ts'
import { SiteError } from '../base/site-error.ts'
import { createLiteralSource } from './config-source.ts'
import { holdsCode, keepOwnModules } from './own-modules.ts'
import type { ReadConfig } from './read-config.ts'
import { trackImports } from './track-imports.ts'

/**
 * Runs a config file, `inkseal.config.ts`, and gives what it exports.
 *
 * @throws SiteError config/load
 */
export async function runConfig(root: string, file: string): Promise<ReadConfig> {
  const name = path.relative(root, file)
  const source = createLiteralSource(name, String(await readIfThere(file)))
  const { module, files } = await load(root, file)
  if (typeof module === 'object' && module !== null && 'default' in module) {
    if (holdsCode(module.default)) keepOwnModules()
    return { exported: module.default, files, source, warnings: [] }
  }
  throw new SiteError({
    code: 'config/load',
    message: 'Cannot read the config: the file has no default export',
    hint: 'Write `export default defineConfig({ … })`',
    place: { path: name },
  })
}

async function load(root: string, file: string): ReturnType<typeof trackImports> {
  // The time of the last change is in the URL because a module is loaded once per URL in a process.
  const { mtimeMs } = await stat(file)
  try {
    return await trackImports(() => import(`${pathToFileURL(file)}?${mtimeMs}`))
  } catch (cause) {
    throw new SiteError(
      {
        code: 'config/load',
        message: `Cannot run the config: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`,
        hint:
          cause instanceof SyntaxError
            ? 'Mend the file there; a comma or a bracket that is missing is mostly missing on the line above'
            : 'Mend the file there',
        place: await placeOfFailure(cause, { root, file }),
      },
      { cause },
    )
  }
}

type Files = { readonly root: string; readonly file: string }

/** The place of a mistake in the config, or in a file of the site's that it imports. */
async function placeOfFailure(cause: unknown, { root, file }: Files): Promise<Place> {
  const stack = cause instanceof Error ? (cause.stack ?? '') : ''
  const [excerpt = ''] = stack.split('\n\n', 1)
  const named = /^(file:\/\/[^\n]*?)(?:\?[\d.]+)?:(\d+)\n/.exec(excerpt)
  if (named?.[1] !== undefined) {
    const broken = fileURLToPath(named[1])
    const text = await readText(broken)
    const line = Number(named[2])
    const column = text === undefined ? undefined : columnOf(excerpt, text.split('\n')[line - 1] ?? '')
    return placed(relative(root, broken), text, { line, ...(column !== undefined && { column }) })
  }
  const frame = stack.includes(file)
    ? /^(?:\?[\d.]+)?:(\d+)(?::(\d+))?/.exec(stack.slice(stack.indexOf(file) + file.length))
    : null
  if (!frame) return { path: relative(root, file) }
  const column = frame[2] === undefined ? {} : { column: Number(frame[2]) }
  return placed(relative(root, file), await readText(file), { line: Number(frame[1]), ...column })
}

const relative = (root: string, file: string) => path.relative(root, file).replaceAll(path.sep, '/')

const readText = (file: string) =>
  readIfThere(file).then((bytes) => (bytes === undefined ? undefined : String(bytes)))

const placed = (name: string, text: string | undefined, at: { line: number; column?: number }): Place =>
  text === undefined ? { path: name, ...at } : placeOfLine(name, text, at)

/**
 * Node tells the column of a syntax error only by a mark below its excerpt, where a tab is four columns wide and a
 * wide character two.
 */
function columnOf(excerpt: string, line: string): number | undefined {
  const mark = /^( *)\^+$/m.exec(excerpt)?.[1]?.length
  if (mark === undefined) return undefined
  let width = 0
  let column = 1
  for (const character of line) {
    if (width >= mark) break
    width += character === '\t' ? 4 : isWide.test(character) ? 2 : 1
    column += character.length
  }
  return column
}

const isWide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\p{Emoji_Presentation}]/u
