import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseHtml, pathOf, plainText } from './html-facts.ts'

/** The published pages that only lead elsewhere, and where they lead. */
export async function readAliases(
  folder: string,
  files: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const aliases: Record<string, string> = {}
  for (const file of files.filter((name) => /\.html?$/.test(name))) {
    const target = targetOfAlias(await readFile(path.join(folder, file), 'utf8'))
    if (target !== undefined) aliases[file] = target
  }
  return aliases
}

/** Where a document leads by itself; undefined for one that stays. */
export function targetOfAlias(html: string): string | undefined {
  const target = /<meta\s+http-equiv="?refresh"?\s+content="\d+;\s*url=([^"]*)"/i.exec(html)?.[1]
  return target === undefined ? undefined : pathOf(plainText(parseHtml(target)))
}
