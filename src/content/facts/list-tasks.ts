import { digestOf } from '../../base/digest-of.ts'
import { onceEach } from '../../base/once.ts'
import { SiteError } from '../../base/site-error.ts'
import type { Tasks } from '../../base/workshop.ts'
import { type Ancestor, type ListContext, listContext } from '../lists/list-context.ts'
import { type MatterText, matterTextOf } from '../matter/matter-text.ts'
import { asText } from '../matter/matter-values.ts'
import { parseSource } from '../scan/parse-source.ts'
import type { LanguageSources, SortedSource } from '../scan/sort-sources.ts'
import type { SourceTexts } from '../scan/source-texts.ts'
import type { FindTitle } from '../title.ts'
import { fromPlain, type Plain, toPlain } from './plain-value.ts'

export type SourceContext = {
  readonly languages: readonly LanguageSources[]
  readonly texts: SourceTexts
  /** A digest of what every page depends on: the config, and the program itself. */
  readonly ground: string
  /** `production` where none is given. */
  readonly environment?: string
  /** Default: `findTitle`, whose parser is only loaded where a page has no title but a heading. */
  readonly findTitle?: FindTitle
}

/** What the lists of a language give to those below. */
export type Lists = ListContext & {
  /** A digest of what the page with that logical path gets from those above it. */
  readonly digestAt: (path: string) => string
}

export type ListTasks = {
  readonly tasks: Tasks
  /** By language, of what the tasks have given. */
  readonly read: (facts: readonly string[]) => readonly Lists[]
}

/** What a list says that those below need; nothing where it cannot be read, of which the page's own task tells. */
type ListFacts = {
  readonly slug?: string | undefined
  readonly title?: string | undefined
  readonly cascade?: Plain | undefined
  /** Of the front matter, in which messages name places. */
  readonly matter?: string
}

/** Reads the files of lists, which all other pages need before. */
export function createListTasks({ languages, texts, ground, environment }: SourceContext): ListTasks {
  const lists = languages.map(({ sources }) => sources.filter(({ kind, owner }) => kind !== 'page' && !owner))
  const all = lists.flat()
  const at = (index: number): SortedSource => {
    const list = all[index]
    if (!list) throw new RangeError(`there is no list ${index}`)
    return list
  }
  return {
    tasks: {
      stage: 'list',
      count: all.length,
      keyOf(index) {
        const { name, kind } = at(index)
        return digestOf([ground, name, kind, stampOf(at(index), texts)].join('\n'))
      },
      make: (index) => ({ facts: JSON.stringify(makeFacts(at(index), texts)) }),
    },
    read(facts) {
      let next = 0
      return languages.map(({ config, sources }, number) => {
        const found = new Map(
          lists[number]?.map((list) => [list, JSON.parse(facts[next++] ?? '{}') as ListFacts]),
        )
        const ancestors = sources.flatMap((source) => ancestorOf(source, { said: found.get(source), texts }))
        const context = listContext(ancestors, { config, ...(environment !== undefined && { environment }) })
        return { ...context, digestAt: createDigests(context, found) }
      })
    },
  }
}

/** What changes whenever the file does. */
export const stampOf = ({ source }: SortedSource, texts: SourceTexts): string =>
  source.stamp ?? texts.read(source).digest

function makeFacts(list: SortedSource, texts: SourceTexts): ListFacts {
  try {
    const { record, split } = parseSource(list, texts)
    return {
      slug: asText(record.slug) || undefined,
      title: asText(record.title),
      matter: digestOf(`${split.matterLine}\n${split.matter}`),
      ...(record.cascade !== null && record.cascade !== undefined && { cascade: toPlain(record.cascade) }),
    }
  } catch (error) {
    if (!(error instanceof SiteError) || error.code === 'content/read') throw error
    return {}
  }
}

type Said = { readonly said: ListFacts | undefined; readonly texts: SourceTexts }

function ancestorOf(source: SortedSource, { said, texts }: Said): readonly Ancestor[] {
  const { kind, path, file, owner, name } = source
  if (owner || (kind !== 'page' && said?.matter === undefined)) return []
  const origin: MatterText = {
    path: name,
    get text() {
      return texts.read(source.source).text
    },
    get split() {
      return matterTextOf(this).split
    },
  }
  const cascade = said?.cascade && fromPlain(said.cascade)
  return [{ kind, path, file, slug: said?.slug, title: said?.title, cascade, origin }]
}

function createDigests(
  { branches, environment }: ListContext,
  found: ReadonlyMap<SortedSource, ListFacts>,
): Lists['digestAt'] {
  const own = new Map([...branches].map(([path, branch]) => [path, JSON.stringify(branch)]))
  for (const [{ path }, { cascade, matter }] of found)
    if (cascade) own.set(path, JSON.stringify([own.get(path), cascade, matter]))
  const digestOfFolder: (path: string) => string = onceEach((path) => {
    if (path === '') return environment
    const above = digestOfFolder(path === '/' ? '' : path.slice(0, path.lastIndexOf('/')) || '/')
    const said = own.get(path)
    return said === undefined ? above : digestOf(`${above}\n${said}`)
  })
  // Most pages are no branches: their digest is that of the folder that they lie in.
  return (path) =>
    own.has(path) || path === '/'
      ? digestOfFolder(path)
      : digestOfFolder(path.slice(0, path.lastIndexOf('/')) || '/')
}
