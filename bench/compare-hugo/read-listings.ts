import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseHtml, pathOf, plainText } from './html-facts.ts'

/** The paths that each sitemap and feed names, in its order. */
export async function readListings(
  folder: string,
  files: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const listings: Record<string, readonly string[]> = {}
  for (const file of files.filter((name) => name.endsWith('.xml'))) {
    const xml = await readFile(path.join(folder, file), 'utf8')
    if (/<(urlset|sitemapindex|rss)[\s>]/.test(xml)) listings[file] = namedIn(xml)
  }
  return listings
}

/** The paths that a sitemap or a feed names. */
export function namedIn(xml: string): readonly string[] {
  const pattern = xml.includes('<rss') ? /<item>[\s\S]*?<link>([^<]*)<\/link>/g : /<loc>([^<]*)<\/loc>/g
  // Hugo names pages that have no document by an empty link.
  return [...xml.matchAll(pattern)]
    .map(([, address = '']) => pathOf(plainText(parseHtml(address))))
    .filter((url) => url !== '')
}
