import path from 'node:path'
import type { Diagnostic, Place } from '../../base/diagnostic.ts'
import { digestOf } from '../../base/digest-of.ts'
import { SiteError } from '../../base/site-error.ts'
import type { Made, Tasks } from '../../base/workshop.ts'
import { createPage } from '../create-page.ts'
import { checkKeys, createSlipFinder, type FindSlips, type Slip } from '../matter/check-keys.ts'
import { checkOutputs } from '../matter/check-outputs.ts'
import { matterTextOf } from '../matter/matter-text.ts'
import { asText } from '../matter/matter-values.ts'
import { placeOfKey } from '../matter/place-of-key.ts'
import { openPage } from '../open-page.ts'
import type { Page } from '../page.ts'
import { type NamedSource, type ParsedSource, parseSource } from '../scan/parse-source.ts'
import type { SortedSource } from '../scan/sort-sources.ts'
import type { Source } from '../scan/source.ts'
import type { SourceTexts } from '../scan/source-texts.ts'
import { createSketcher, type SketchText } from '../sketch-text.ts'
import { stateOf } from '../state-of.ts'
import { endOfCandidate, type FindTitle, type Title } from '../title.ts'
import { type Lists, type SourceContext, stampOf } from './list-tasks.ts'
import { readPage } from './read-page.ts'
import { type WrittenPage, writePage } from './write-page.ts'

export type CreatedPages = {
  readonly pages: readonly Page[]
  /** Those of the files from which no page could be made, for the mistakes in them. */
  readonly unread: readonly Source[]
  /** Files inside a leaf bundle, as their author knows them: they are parts of its page, and no pages. */
  readonly bundled: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

export type PageTasks = {
  readonly tasks: Tasks
  /** By language, of what the tasks have given, as they are at a moment (milliseconds since 1970). */
  readonly read: (facts: readonly string[], now: number) => readonly CreatedPages[]
}

/** What is known of a page's file, or of a part of a bundle, without a look at any other page. */
type SourceFacts = {
  readonly page?: WrittenPage
  readonly errors?: readonly Diagnostic[]
  readonly warnings?: readonly Diagnostic[]
  readonly slips?: readonly Slip[]
  /** Where a part of a bundle begins that looks as if it was meant for a page. */
  readonly meant?: Place
}

/** Makes every page of its file and of what its language's lists give to it. */
export function createPageTasks(
  { languages, texts, ground, findTitle }: SourceContext,
  lists: readonly Lists[],
): PageTasks {
  const sketchText = createSketcher()
  const all = languages.flatMap(({ config, sources }, number) => {
    const own = lists[number]
    if (!own) throw new RangeError(`there are no lists of language ${number}`)
    const context = { lists: own, findSlips: createSlipFinder(config), texts, findTitle, sketchText }
    return sources.map((source) => ({ source, context }))
  })
  const at = (index: number) => {
    const task = all[index]
    if (!task) throw new RangeError(`there is no page ${index}`)
    return task
  }
  return {
    tasks: {
      stage: 'page',
      count: all.length,
      keyOf(index) {
        const { source, context } = at(index)
        const { name, owner } = source
        const { committed } = source.source
        const { code } = context.lists.config.language
        const above = owner ? 'a part' : context.lists.digestAt(source.path)
        const stamp = stampOf(source, texts)
        return digestOf([ground, code, name, stamp, above, committed?.getTime()].join('\n'))
      },
      make(index) {
        const { source, context } = at(index)
        const facts = makeFacts(source, context)
        return facts instanceof Promise ? facts.then(toMade) : toMade(facts)
      },
    },
    read(facts, now) {
      let next = 0
      return languages.map(({ sources }) => {
        const own = facts.slice(next, next + sources.length)
        next += sources.length
        return readAll(sources, { facts: own, now, texts })
      })
    },
  }
}

const toMade = (facts: SourceFacts): Made => ({ facts: JSON.stringify(facts) })

type MakeContext = Pick<SourceContext, 'texts'> & {
  readonly lists: Lists
  readonly findSlips: FindSlips
  readonly findTitle: FindTitle | undefined
  readonly sketchText: SketchText
}

function makeFacts(source: SortedSource, context: MakeContext): SourceFacts | Promise<SourceFacts> {
  return orErrors(() => {
    const parsed = parseSource(source, context.texts)
    if (source.owner) return looksMeant(parsed) ? { meant: placeOf(parsed) } : {}
    const { body } = parsed.split
    if (asText(parsed.record.title) || endOfCandidate(body) === undefined) return factsOf(parsed, context)
    if (context.findTitle) return factsOf(parsed, { ...context, title: context.findTitle(body) })
    return import('../find-title.ts').then(({ findTitle }) =>
      factsOf(parsed, { ...context, title: findTitle(body) }),
    )
  })
}

/** What cannot be read now may be in a moment, though nothing says that it has changed: of that, nothing is kept. */
function orErrors<Facts extends SourceFacts | Promise<SourceFacts>>(work: () => Facts): Facts | SourceFacts {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SiteError) || error.code === 'content/read') throw error
    return { errors: error.diagnostics }
  }
}

type FactsContext = MakeContext & { readonly title?: Title | undefined }

function factsOf(parsed: ParsedSource, { lists, findSlips, ...reading }: FactsContext): SourceFacts {
  const slips = findSlips(parsed.record)
  const warnings = checkOutputs(parsed)
  return {
    ...orErrors(() => ({ page: writePage(createPage(parsed, lists, reading)) })),
    ...(slips.length > 0 && { slips }),
    ...(warnings.length > 0 && { warnings }),
  }
}

const looksMeant = ({ split, format }: ParsedSource) => split.format !== undefined || format === 'html'

function placeOf({ name, text, split, record }: ParsedSource): Place {
  const key = ['title', 'date'].find((each) => each in record)
  return key === undefined ? { path: name } : placeOfKey({ path: name, text, split }, key)
}

type ReadContext = { readonly facts: readonly string[]; readonly now: number; readonly texts: SourceTexts }

function readAll(sources: readonly SortedSource[], { facts, now, texts }: ReadContext): CreatedPages {
  const pages: Page[] = []
  const unread: Source[] = []
  const bundled: string[] = []
  const errors: Diagnostic[] = []
  const warnings: Diagnostic[] = []
  const slipped: { readonly source: SortedSource; readonly slips: readonly Slip[] }[] = []
  const meant: Meant[] = []
  sources.forEach((source, index) => {
    const text = facts[index] ?? '{}'
    const said = JSON.parse(text) as SourceFacts
    if (source.owner) bundled.push(source.name)
    if (source.owner && said.meant) meant.push({ name: source.name, owner: source.owner, place: said.meant })
    if (said.page) {
      const record = readPage(said.page)
      const read = (digest: string) => texts.again(source.source, digest)
      pages.push(
        openPage(record, {
          state: stateOf(record.matter, now),
          facts: text,
          file: { name: source.name, read },
        }),
      )
    }
    if (said.errors) {
      errors.push(...said.errors)
      unread.push(source.source)
    }
    if (said.warnings) warnings.push(...said.warnings)
    if (said.slips) slipped.push({ source, slips: said.slips })
  })
  const keys = checkKeys(
    slipped.map(({ source, slips }) => ({
      slips,
      text: () => matterTextOf({ path: source.name, text: texts.read(source.source).text }),
    })),
  )
  return {
    pages,
    unread,
    bundled,
    diagnostics: [...withoutRepeats(errors), ...swallowed(meant), ...keys, ...warnings],
  }
}

/** What is wrong in a cascade is wrong for every page below it, and is told once. */
const withoutRepeats = (diagnostics: readonly Diagnostic[]) => [
  ...new Map(
    diagnostics.map((diagnostic) => [JSON.stringify([diagnostic.message, diagnostic.place]), diagnostic]),
  ).values(),
]

type Meant = { readonly name: string; readonly owner: NamedSource; readonly place: Place }

/**
 * `posts/index.md` makes one page of the folder and all that lies in it: in Hugo, the posts there vanish without a
 * word. Told where such a file has front matter, as a page would, or is HTML, which was meant to be seen.
 */
const swallowed = (meant: readonly Meant[]): readonly Diagnostic[] =>
  [...Map.groupBy(meant, ({ owner }) => owner)].map(([owner, files]) => swallowedBy(owner, files))

/** One word for all, however many posts a stray `index.md` takes with it. */
function swallowedBy(bundle: NamedSource, files: readonly Meant[]): Diagnostic {
  const [first, ...others] = files
  const name = path.posix.basename(bundle.name)
  const what = others.length === 0 ? `${first?.name}` : `${first?.name} and ${others.length} more`
  const parts = others.length === 0 ? 'this file is a part' : 'they are parts'
  return {
    code: 'content/bundled-page',
    severity: 'warning',
    message: `Cannot publish ${what}: ${bundle.name} makes one page of its folder, and ${parts} of that`,
    hint: `Rename ${name} to ${name.replace(/^index/i, '_index')} to make the folder a section, or move ${others.length === 0 ? 'this file' : 'them'} out of it`,
    place: first && others.length === 0 ? first.place : { path: bundle.name },
  }
}
