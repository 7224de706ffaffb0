import path from 'node:path'
import type { Diagnostic, Place } from '../base/diagnostic.ts'
import { SiteError } from '../base/site-error.ts'
import type { Config } from '../config/config.ts'
import { createPage } from './create-page.ts'
import { type Ancestor, listContext } from './lists/list-context.ts'
import { checkKeys } from './matter/check-keys.ts'
import { asText } from './matter/matter-values.ts'
import { placeOfKey } from './matter/place-of-key.ts'
import type { Page } from './page.ts'
import { type ParsedSource, parseSource } from './scan/parse-source.ts'
import type { Source } from './scan/source.ts'

export type PagesContext = {
  readonly config: Config
  /** The build's moment, milliseconds since 1970. */
  readonly now: number
  /** `production` where none is given. */
  readonly environment?: string
}

export type CreatedPages = {
  readonly pages: readonly Page[]
  /** Those of the files from which no page could be made, for the mistakes in them. */
  readonly unread: readonly Source[]
  /** Files inside a leaf bundle, as their author knows them: they are parts of its page, and no pages. */
  readonly bundled: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Makes the pages of a language. All mistakes in their front matter come out together. */
export function createPages(sources: readonly Source[], context: PagesContext): CreatedPages {
  const { config } = context
  const diagnostics: Diagnostic[] = []
  const unread = new Set<string>()
  const collected = <Item, Value>(
    items: readonly Item[],
    idOf: (item: Item) => string,
    make: (item: Item) => Value,
  ): readonly Value[] =>
    items.flatMap((item) => {
      try {
        return [make(item)]
      } catch (error) {
        if (!(error instanceof SiteError)) throw error
        diagnostics.push(...error.diagnostics)
        unread.add(idOf(item))
        return []
      }
    })
  const parsed = collected(
    sources,
    ({ path: id }) => id,
    (source) => parseSource(source, config),
  )
  const leaves = new Set([
    ...parsed.filter(isLeaf).map(({ file }) => path.posix.dirname(file)),
    // What lies beside a bundle's page is a part of it, also while that cannot be read.
    ...[...unread].filter(isNamedAsLeaf).map((id) => path.posix.dirname(id)),
  ])
  const own = parsed.filter((source) => leafAbove(source, leaves) === undefined)
  const bundled = parsed.filter((source) => leafAbove(source, leaves) !== undefined)
  const lists = listContext(own.map(ancestorOf), context)
  const pages = collected(
    own,
    ({ id }) => id,
    (source) => createPage(source, { ...lists, now: context.now }),
  )
  return {
    pages,
    unread: sources.filter((source) => unread.has(source.path)),
    bundled: bundled.map(({ name }) => name),
    diagnostics: [
      ...withoutRepeats(diagnostics),
      ...swallowed(bundled, { leaves, parsed }),
      ...checkKeys(own, config),
    ],
  }
}

const isNamedAsLeaf = (id: string) => /\/index\.[^/]+$/i.test(id)

const isLeaf = ({ bundle, kind }: ParsedSource) => bundle === 'leaf' && kind === 'page'

/** The folder of the leaf bundle that a file is a part of; the bundle's own page is none. */
function leafAbove(source: ParsedSource, leaves: ReadonlySet<string>): string | undefined {
  const folder = path.posix.dirname(source.file)
  const start = isLeaf(source) ? path.posix.dirname(folder) : folder
  for (let above = start; above !== '.'; above = path.posix.dirname(above))
    if (leaves.has(above)) return above
  return undefined
}

const ancestorOf = ({ kind, path: logical, file, record, name, text, split }: ParsedSource): Ancestor => ({
  kind,
  path: logical,
  file,
  slug: asText(record.slug) || undefined,
  title: asText(record.title),
  cascade: record.cascade ?? undefined,
  origin: { path: name, text, split },
})

/** What is wrong in a cascade is wrong for every page below it, and is told once. */
const withoutRepeats = (diagnostics: readonly Diagnostic[]) => [
  ...new Map(
    diagnostics.map((diagnostic) => [JSON.stringify([diagnostic.message, diagnostic.place]), diagnostic]),
  ).values(),
]

type Bundles = { readonly leaves: ReadonlySet<string>; readonly parsed: readonly ParsedSource[] }

/**
 * `posts/index.md` makes one page of the folder and all that lies in it: in Hugo, the posts there vanish without a
 * word. Told where such a file has front matter, as a page would, or is HTML, which was meant to be seen.
 */
function swallowed(bundled: readonly ParsedSource[], { leaves, parsed }: Bundles): readonly Diagnostic[] {
  const meant = bundled.filter(({ split, format }) => split.format !== undefined || format === 'html')
  const bundles = new Map(parsed.filter(isLeaf).map((leaf) => [path.posix.dirname(leaf.file), leaf]))
  const groups = Map.groupBy(meant, (source) => bundles.get(leafAbove(source, leaves) ?? ''))
  return [...groups].flatMap(([bundle, files]) => (bundle ? [swallowedBy(bundle, files)] : []))
}

/** One word for all, however many posts a stray `index.md` takes with it. */
function swallowedBy(bundle: ParsedSource, files: readonly ParsedSource[]): Diagnostic {
  const [first, ...others] = files
  const name = path.posix.basename(bundle.name)
  const what = others.length === 0 ? `${first?.name}` : `${first?.name} and ${others.length} more`
  const parts = others.length === 0 ? 'this file is a part' : 'they are parts'
  return {
    code: 'content/bundled-page',
    severity: 'warning',
    message: `Cannot publish ${what}: ${bundle.name} makes one page of its folder, and ${parts} of that`,
    hint: `Rename ${name} to ${name.replace(/^index/i, '_index')} to make the folder a section, or move ${others.length === 0 ? 'this file' : 'them'} out of it`,
    place: first && others.length === 0 ? placeOf(first) : { path: bundle.name },
  }
}

function placeOf({ name, text, split, record }: ParsedSource): Place {
  const key = ['title', 'date'].find((each) => each in record)
  return key === undefined ? { path: name } : placeOfKey({ path: name, text, split }, key)
}
