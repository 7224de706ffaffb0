import path from 'node:path'
import { readIfThere } from '../../base/read-if-there.ts'
import { writeAtomic } from '../../base/write-atomic.ts'
import { formatUrlMemory } from './format-url-memory.ts'
import { URL_MEMORY_FILE, type UrlMemory } from './url-memory.ts'

/** Writes the memory into the site's folder, where it says something new. Gives the file's text. */
export async function writeUrlMemory(root: string, memory: UrlMemory): Promise<string> {
  const file = path.join(root, URL_MEMORY_FILE)
  const text = formatUrlMemory(memory)
  const before = String((await readIfThere(file)) ?? '')
  // An editor or git may have given it other line ends.
  if (before.replaceAll('\r\n', '\n') === text) return before
  await writeAtomic(file, text)
  return text
}
