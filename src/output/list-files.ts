import { readFile } from 'node:fs/promises'
import { digestOf } from '../base/digest-of.ts'
import { onceAsked } from '../base/once.ts'
import { SiteError } from '../base/site-error.ts'
import { fileOfUrl } from '../content/url/file-of-url.ts'
import { mediaTypeOf } from '../release/media-type.ts'
import { renderLayout } from '../theme/render-layout.ts'
import type { Theme } from '../theme/theme.ts'
import type { PlannedCard } from './cards/card.ts'
import { createArtifact } from './create-artifact.ts'
import type { Document } from './document.ts'
import type { Edition } from './edition.ts'
import { type FileTask, plainTask } from './file-task.ts'
import { diskKey } from './keys/disk-key.ts'
import { listGenerated } from './list-generated.ts'
import { placeOfStatic, readStatic } from './read-static.ts'
import { type AliasPage, aliasPage } from './redirects/alias-page.ts'

export type FilesInput = {
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
  /** A digest of Inkseal's version, Node's, and the config with all that it is made of. */
  readonly ground: string
  /** The build's moment, milliseconds since 1970. */
  readonly now: number
}

/**
 * Every file to publish, each once, in a fixed order. Nothing is made, read or digested before it is asked for. What goes
 * before what is written at claimFiles.
 */
export function listFiles(input: FilesInput): readonly FileTask[] {
  const { theme, documents, cards, readCard, aliases } = input
  const statics = listStatics(input)
  const taken = new Set(statics.map(({ path }) => path))
  // A site may bring a 404 page of its own, as a plain file.
  const pages = documents
    .map((document) => documentTask(document, input))
    .filter(({ path }) => !taken.has(path))
  const themeFiles = theme.files.map(themeTask).filter(({ path }) => !taken.has(path))
  for (const { path } of themeFiles) taken.add(path)
  const rest = [
    ...listGenerated(input),
    ...cards.map((card) =>
      plainTask({
        path: card.path,
        key: () => digestOf(JSON.stringify(['card', card.path])),
        make: async () => createArtifact(card.path, await readCard(card)),
        isBoundHere: true,
      }),
    ),
  ].filter(({ path }) => !taken.has(path))
  return [...statics, ...resources(input), ...pages, ...themeFiles, ...rest, ...aliases.map(aliasTask)]
}

function documentTask(document: Document, { theme, editions }: FilesInput): FileTask {
  const { url, layout, props, name, key, answer } = document
  const path = fileOfUrl(url)
  const root = editions[0]?.site.config.root ?? ''
  return {
    path,
    key,
    make: (note) =>
      createArtifact(path, renderLayout(theme, { layout, props: props(note), page: name, root })),
    answer,
  }
}

function listStatics({ editions: [main], statics, now }: FilesInput): readonly FileTask[] {
  if (!main) return []
  const { config } = main.site
  return statics.map((file) =>
    diskTask({
      path: file,
      name: `static/${file}`,
      place: () => placeOfStatic(config, file),
      read: () => readStatic(config, file),
      now,
    }),
  )
}

/** Languages may share a file: it is published once. */
function resources({ editions, now }: FilesInput): readonly FileTask[] {
  const published = editions.flatMap(({ site }) => site.resources.filter((resource) => resource.published))
  return [...new Map(published.toReversed().map((one) => [one.url, one])).values()]
    .toReversed()
    .map(({ url, file, path }) =>
      diskTask({
        path: url.slice(1),
        name: `content/${path}`,
        place: () => file,
        read: () => readFile(file),
        now,
      }),
    )
}

type DiskFile = {
  readonly path: string
  /** For messages. */
  readonly name: string
  readonly place: () => string | undefined
  readonly read: () => Promise<Uint8Array>
  readonly now: number
}

function diskTask({ path, name, place, read, now }: DiskFile): FileTask {
  const key = onceAsked(() => {
    const file = place()
    return digestOf(JSON.stringify([path, mediaTypeOf(path), file && diskKey(file, now)]))
  })
  return plainTask({
    path,
    key,
    make: async () => {
      // Looked at before it is read: what is changed between the two is read again the next time.
      key()
      return createArtifact(path, await telling(name, read))
    },
  })
}

const themeTask = ({ path, bytes, immutable }: Theme['files'][number]): FileTask =>
  plainTask({
    path,
    key: () => digestOf(JSON.stringify([path, mediaTypeOf(path), immutable, digestOf(bytes)])),
    make: () => createArtifact(path, bytes, { immutable }),
  })

const aliasTask = (alias: AliasPage): FileTask =>
  plainTask({
    path: alias.file,
    key: () => digestOf(JSON.stringify(['alias', alias])),
    make: () => createArtifact(alias.file, aliasPage(alias), { forwards: true }),
  })

async function telling(name: string, read: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await read()
  } catch (cause) {
    if (cause instanceof SiteError) throw cause
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
