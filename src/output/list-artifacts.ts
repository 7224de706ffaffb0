import { readFile } from 'node:fs/promises'
import { SiteError } from '../base/site-error.ts'
import { fileOfUrl } from '../content/url/file-of-url.ts'
import type { Artifact } from '../release/artifact.ts'
import { renderLayout } from '../theme/render-layout.ts'
import type { Theme } from '../theme/theme.ts'
import type { PlannedCard } from './cards/card.ts'
import { robotsOf } from './claim-files.ts'
import { createArtifact } from './create-artifact.ts'
import { createSitemaps, sitemapPaths } from './create-sitemap.ts'
import type { Edition } from './edition.ts'
import { createFeeds } from './feeds/create-feeds.ts'
import type { Document } from './list-documents.ts'
import { createLlms } from './markdown/create-llms.ts'
import { createMarkdown } from './markdown/create-markdown.ts'
import { markdownUrlOf } from './markdown/markdown-url.ts'
import { readStatic } from './read-static.ts'
import { type AliasPage, aliasPage } from './redirects/alias-page.ts'
import { absoluteUrl } from './site-url.ts'

export type ArtifactInput = {
  /** One for each language. */
  readonly editions: readonly Edition[]
  readonly theme: Theme
  readonly documents: readonly Document[]
  readonly aliases: readonly AliasPage[]
  /** Paths of the static files. */
  readonly statics: readonly string[]
  readonly cards: readonly PlannedCard[]
  /** The image of a card, when it is drawn. */
  readonly readCard: (card: PlannedCard) => Promise<Uint8Array>
}

/**
 * Everything to publish, made one at a time so that no two documents need be held at once. What goes before what
 * is written at claimFiles.
 *
 * @throws SiteError theme/render, content/read
 */
export async function* listArtifacts(input: ArtifactInput): AsyncGenerator<Artifact> {
  const { editions, theme, documents, statics, aliases } = input
  const [main] = editions
  if (!main) return
  const { config } = main.site
  const taken = new Set(statics)
  for (const file of statics)
    yield createArtifact(file, await read(`static/${file}`, () => readStatic(config, file)))
  yield* resources(editions)
  for (const { url, layout, props, name } of documents) {
    const file = fileOfUrl(url)
    // A site may bring a 404 page of its own, as a plain file.
    if (!taken.has(file))
      yield createArtifact(
        file,
        renderLayout(theme, { layout, props: props(), page: name, root: config.root }),
      )
  }
  for (const { path: file, bytes, immutable } of theme.files) {
    if (!taken.has(file)) yield createArtifact(file, bytes, { immutable })
    taken.add(file)
  }
  for await (const artifact of generated(editions)) {
    if (!taken.has(artifact.path)) yield artifact
  }
  for (const card of input.cards)
    if (!taken.has(card.path)) yield createArtifact(card.path, await input.readCard(card))
  for (const alias of aliases) yield createArtifact(alias.file, aliasPage(alias), { forwards: true })
}

/** Languages may share a file: it is published once. */
async function* resources(editions: readonly Edition[]): AsyncGenerator<Artifact> {
  const done = new Set<string>()
  for (const { url, file, path: source, published } of editions.flatMap(({ site }) => site.resources)) {
    if (!published || done.has(url)) continue
    done.add(url)
    yield createArtifact(url.slice(1), await read(`content/${source}`, () => readFile(file)))
  }
}

async function* generated(editions: readonly Edition[]): AsyncGenerator<Artifact> {
  const sites = editions.map(({ site }) => site)
  for (const edition of editions) {
    const { site } = edition
    yield* createFeeds(edition)
    for (const page of site.pages) {
      const url = markdownUrlOf(page, site)
      if (url !== undefined) yield createArtifact(url.slice(1), await createMarkdown(page, edition))
    }
    const { llms, language } = site.config
    if (llms) yield createArtifact(fileOfUrl(`${language.prefix}/llms.txt`), createLlms(site))
  }
  for (const { path, text } of createSitemaps(sites)) yield createArtifact(path, text)
  const [main] = sites
  if (main && robotsOf(sites)) {
    const [sitemap] = sitemapPaths(sites)
    const line = sitemap ? `\nSitemap: ${absoluteUrl(main, `/${sitemap}`)}\n` : ''
    yield createArtifact('robots.txt', `User-agent: *\nAllow: /\n${line}`)
  }
}

async function read(name: string, from: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await from()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new SiteError(
      {
        code: 'content/read',
        message: `Cannot read ${name}: ${reason}`,
        hint: 'Give yourself the right to read it',
      },
      { cause },
    )
  }
}
