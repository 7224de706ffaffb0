import path from 'node:path'
import { digestOf } from '../base/digest-of.ts'
import { readIfThere } from '../base/read-if-there.ts'
import type { Config } from './config.ts'

/** What npm has installed says which plugins there are, and what they do. */
const locks = ['package-lock.json', 'node_modules/.package-lock.json']

/**
 * A digest of the config as it came out, whatever it was made from (its file may ask the environment), and of the
 * code behind its functions: the files that were loaded for it, and the lock files. Where the site lies is not in it.
 */
export async function digestConfig(config: Config): Promise<string> {
  const files = [...config.files, ...locks.map((name) => path.join(config.root, name))]
  const bytes = await Promise.all(files.map((file) => readIfThere(file)))
  const digests = bytes.map((content) => (content ? digestOf(content) : 'none'))
  return digestOf([textOf(config), ...digests].join('\n'))
}

/** JSON, with what JSON has no word for. */
function textOf({ root, ...config }: Config): string {
  const text = JSON.stringify(config, (_key, value: unknown) => {
    if (typeof value === 'function' || value instanceof RegExp) return String(value)
    if (value instanceof Map || value instanceof Set) return [...value]
    return value
  })
  return text.replaceAll(JSON.stringify(root).slice(1, -1), '')
}
