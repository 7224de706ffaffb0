import type { Dump, ListDump, PageDump, SiteDump } from './dump.ts'

export type Difference = {
  /** What kind of thing differs: `file`, `title`, `order` … */
  readonly kind: string
  /** The file or page. */
  readonly where: string
  /** Undefined where that side has nothing. */
  readonly hugo: unknown
  readonly inkseal: unknown
}

/** What Inkseal makes of a site that Hugo makes otherwise. Pages that only one of the two has are told as files. */
export function compareDumps(hugo: Dump, inkseal: Dump): readonly Difference[] {
  return [
    ...compareFiles(hugo, inkseal),
    ...compareRecords('alias', hugo.aliases, inkseal.aliases),
    ...sharedKeys(hugo.pages, inkseal.pages).flatMap(([url, theirs, ours]) =>
      comparePages(url, theirs, ours),
    ),
    ...sharedKeys(hugo.sites, inkseal.sites).flatMap(([language, theirs, ours]) =>
      compareSites(language, theirs, ours),
    ),
    ...compareListings(hugo, inkseal),
  ]
}

/** Pages, feeds and sitemaps on both sides; other files only where Inkseal lacks them. */
function compareFiles(hugo: Dump, inkseal: Dump): readonly Difference[] {
  const [theirs, ours] = [new Set(hugo.files), new Set(inkseal.files)]
  return [
    ...hugo.files
      .filter((file) => !ours.has(file))
      .map((file) => ({ kind: 'file', where: file, hugo: describe(file, hugo), inkseal: undefined })),
    ...inkseal.files
      .filter((file) => !theirs.has(file) && isCounted(file))
      .map((file) => ({ kind: 'file', where: file, hugo: undefined, inkseal: describe(file, inkseal) })),
  ]
}

const describe = (file: string, { aliases }: Dump) =>
  aliases[file] === undefined ? 'published' : `leads to ${aliases[file]}`

const isCounted = (file: string) => /\.(html?|xml)$/.test(file) && !/(^|\/)atom\.xml$/.test(file)

/** What Inkseal publishes beside what is compared: feeds in other formats, assets and so on. */
export const listExtras = (hugo: Dump, inkseal: Dump): readonly string[] => {
  const theirs = new Set(hugo.files)
  return inkseal.files.filter((file) => !theirs.has(file) && !isCounted(file))
}

const compared: readonly (keyof PageDump)[] = [
  ...([
    'kind',
    'language',
    'section',
    'type',
    'layout',
    'title',
    'linkTitle',
    'description',
    'keywords',
  ] as const),
  ...(['draft', 'weight', 'date', 'lastmod', 'publishDate', 'expiryDate', 'terms'] as const),
  ...([
    'translations',

    'previous',
    'next',
    'headings',
    'contents',
    'summary',
    'truncated',
  ] as const),
  ...(['words', 'minutes', 'resources', 'text'] as const),
]

function comparePages(url: string, hugo: PageDump, inkseal: PageDump): readonly Difference[] {
  const fields = compared.flatMap((kind) =>
    equal(hugo[kind], inkseal[kind]) ? [] : [{ kind, where: url, hugo: hugo[kind], inkseal: inkseal[kind] }],
  )
  return [...fields, ...compareLists(url, hugo.lists, inkseal.lists)]
}

function compareLists(url: string, hugo?: ListDump, inkseal?: ListDump): readonly Difference[] {
  if (!hugo || !inkseal) return []
  // The terms of a taxonomy are compared by their names, since that is how Inkseal lists them.
  const kinds = [hugo.terms.length > 0 ? 'terms' : 'paginated'] as const
  return kinds.flatMap((kind) =>
    equal(hugo[kind], inkseal[kind])
      ? []
      : [{ kind: `list: ${kind}`, where: url, hugo: hugo[kind], inkseal: inkseal[kind] }],
  )
}

const compareSites = (language: string, hugo: SiteDump, inkseal: SiteDump): readonly Difference[] => [
  ...(['title', 'regular'] as const).flatMap((kind) =>
    equal(hugo[kind], inkseal[kind])
      ? []
      : [{ kind: `site: ${kind}`, where: language, hugo: hugo[kind], inkseal: inkseal[kind] }],
  ),
  ...Object.entries(hugo.menus).flatMap(([name, theirs]) => {
    const ours = inkseal.menus[name] ?? []
    return equal(theirs, ours)
      ? []
      : [{ kind: 'menu', where: `${name}, ${language}`, hugo: theirs, inkseal: ours }]
  }),
]

function compareListings(hugo: Dump, inkseal: Dump): readonly Difference[] {
  return sharedKeys(hugo.listings, inkseal.listings).flatMap(([file, theirs, ours]) => {
    const [hugoSet, inksealSet] = [[...new Set(theirs)].sort(), [...new Set(ours)].sort()]
    return equal(hugoSet, inksealSet)
      ? []
      : [{ kind: 'entries', where: file, hugo: hugoSet, inkseal: inksealSet }]
  })
}

function compareRecords(
  kind: string,
  hugo: Readonly<Record<string, string>>,
  inkseal: Readonly<Record<string, string>>,
): readonly Difference[] {
  return sharedKeys(hugo, inkseal).flatMap(([where, theirs, ours]) =>
    theirs === ours ? [] : [{ kind, where, hugo: theirs, inkseal: ours }],
  )
}

function sharedKeys<Value>(
  a: Readonly<Record<string, Value>>,
  b: Readonly<Record<string, Value>>,
): readonly (readonly [string, Value, Value])[] {
  return Object.entries(a).flatMap(([key, value]) => {
    const other = Object.hasOwn(b, key) ? b[key] : undefined
    return other === undefined ? [] : [[key, value, other] as const]
  })
}

/** White space at the ends and the order of keys say nothing. */
const equal = (a: unknown, b: unknown) => canonical(a) === canonical(b)

const canonical = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string') return part.trim()
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
  })
