import { readFile } from 'node:fs/promises'
import { SiteError } from '../base/site-error.ts'
import { fileOfUrl } from '../content/file-of-url.ts'
import type { Site } from '../content/site.ts'
import type { Rendered } from '../markdown/rendered.ts'
import type { Artifact } from '../release/artifact.ts'
import { renderLayout } from '../theme/render-layout.ts'
import type { Theme } from '../theme/theme.ts'
import { createArtifact } from './create-artifact.ts'
import { createFeeds } from './create-feeds.ts'
import { createSitemap } from './create-sitemap.ts'
import type { Document } from './list-documents.ts'
import { readStatic } from './read-static.ts'
import { absoluteUrl } from './site-url.ts'

export type ArtifactInput = {
  readonly site: Site
  readonly theme: Theme
  readonly rendered: ReadonlyMap<string, Rendered>
  readonly documents: readonly Document[]
  /** Paths of the static files. */
  readonly statics: readonly string[]
}

/**
 * Everything to publish, made one at a time so that no two documents need be held at once. What goes before what
 * is written at claimFiles.
 *
 * @throws SiteError theme/render, content/read
 */
export async function* listArtifacts(input: ArtifactInput): AsyncGenerator<Artifact> {
  const { site, theme, documents, statics } = input
  const taken = new Set(statics)
  for (const file of statics)
    yield createArtifact(file, await read(`static/${file}`, () => readStatic(site.config, file)))
  for (const { path: source, file, url } of site.resources) {
    const bytes = await read(`content/${source}`, () => readFile(file))
    yield createArtifact(url.slice(1), bytes)
  }
  for (const { url, layout, props, name } of documents) {
    const file = fileOfUrl(url)
    // A site may bring a 404 page of its own, as a plain file.
    if (!taken.has(file))
      yield createArtifact(
        file,
        renderLayout(theme, { layout, props: props(), page: name, root: site.config.root }),
      )
  }
  for (const { path: file, bytes, immutable } of theme.files) {
    if (!taken.has(file)) yield createArtifact(file, bytes, { immutable })
    taken.add(file)
  }
  for (const artifact of generated(input)) {
    if (!taken.has(artifact.path)) yield artifact
  }
}

function* generated({ site, rendered }: ArtifactInput): Generator<Artifact> {
  yield* createFeeds({ site, rendered })
  yield createArtifact('sitemap.xml', createSitemap(site))
  yield createArtifact(
    'robots.txt',
    `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(site, '/sitemap.xml')}\n`,
  )
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
