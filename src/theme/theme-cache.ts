import path from 'node:path'
import * as v from 'valibot'
import { digestOf } from '../base/digest-of.ts'
import { readIfThere } from '../base/read-if-there.ts'
import { writeAtomic } from '../base/write-atomic.ts'

/** A bundled theme, ready to be kept. */
export type CachedTheme = v.InferOutput<typeof cachedTheme>

const cachedTheme = v.object({
  code: v.string(),
  styles: v.array(v.string()),
  scripts: v.array(v.string()),
  files: v.array(v.object({ path: v.string(), base64: v.string() })),
  /** Absolute path → digest of its bytes. */
  inputs: v.record(v.string(), v.string()),
})

const envelope = v.object({ key: v.string(), digest: v.string(), theme: v.string() })

/**
 * Gives the theme that was kept under a key, if every file that went into it still has the same bytes. A damaged
 * entry is none.
 */
export async function readThemeCache(file: string, key: string): Promise<CachedTheme | undefined> {
  const bytes = await readIfThere(file)
  if (!bytes) return undefined
  const entry = parse(envelope, bytes.toString())
  if (entry?.key !== key || entry.digest !== digestOf(entry.theme)) return undefined
  const theme = parse(cachedTheme, entry.theme)
  if (!theme) return undefined
  const same = await Promise.all(
    Object.entries(theme.inputs).map(async ([input, digest]) => (await digestOfFile(input)) === digest),
  )
  return same.every(Boolean) ? theme : undefined
}

export async function writeThemeCache(file: string, key: string, theme: CachedTheme): Promise<void> {
  const text = JSON.stringify(theme)
  await writeAtomic(file, JSON.stringify({ key, digest: digestOf(text), theme: text }))
}

export async function digestInputs(inputs: readonly string[]): Promise<Record<string, string>> {
  const entries = await Promise.all(
    [...new Set(inputs)].sort().map(async (input) => [input, await digestOfFile(input)] as const),
  )
  return Object.fromEntries(entries)
}

export const themeCacheFile = (root: string) => path.join(root, '.inkseal/cache/theme.json')

const digestOfFile = async (file: string) => digestOf((await readIfThere(file)) ?? 'gone')

function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> | undefined {
  try {
    return v.parse(schema, JSON.parse(text))
  } catch {
    return undefined
  }
}
