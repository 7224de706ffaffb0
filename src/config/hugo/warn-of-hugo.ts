import type { Diagnostic } from '../../base/diagnostic.ts'
import type { HugoFile } from './hugo-file.ts'
import { locateInFiles } from './hugo-source.ts'
import { listIgnored } from './list-ignored.ts'
import type { HugoTable } from './merge-tables.ts'
import { valueAt } from './read-values.ts'

export type HugoConfig = {
  readonly site: HugoTable
  readonly files: readonly HugoFile[]
  /** The theme that cannot be used, where one is asked for. */
  readonly theme: string | undefined
}

/** What of a Hugo site's config has no effect, each kind of it once. */
export const warnOfHugo = ({ site, files, theme }: HugoConfig): readonly Diagnostic[] => [
  ...warnOfPath(site, files),
  ...warnOfTheme(theme, files),
  ...warnOfDropped(site, files),
  ...warnOfIgnored(site, files),
]

function warnOfPath({ baseurl }: HugoTable, files: readonly HugoFile[]): readonly Diagnostic[] {
  if (typeof baseurl !== 'string' || !URL.canParse(baseurl)) return []
  const { pathname, origin } = new URL(baseurl)
  if (pathname === '/') return []
  return [
    {
      code: 'config/base-path',
      severity: 'warning',
      message: `Cannot publish the site below ${pathname}: it is built for ${origin}/`,
      hint: `Give it a host of its own, and write ${origin}/ there`,
      place: locateInFiles(files, ['baseurl']).place,
    },
  ]
}

function warnOfTheme(name: string | undefined, files: readonly HugoFile[]): readonly Diagnostic[] {
  if (name === undefined) return []
  return [
    {
      code: 'config/hugo-theme',
      severity: 'warning',
      message: `Cannot show the site with the theme "${name}": it is made of Go templates, so Folio is taken`,
      hint: 'Nothing is to be done, if you like Folio; a theme of your own is a folder themes/NAME with a theme.ts',
      place: locateInFiles(files, ['theme']).place,
    },
  ]
}

/** Keys that Hugo 0.169 passes over in silence (measured), by what it reads in their place. */
const dropped = { paginate: 'pagination.pagerSize', paginatepath: 'pagination.path' } as const

function warnOfDropped(site: HugoTable, files: readonly HugoFile[]): readonly Diagnostic[] {
  return Object.entries(dropped).flatMap(([key, now]): readonly Diagnostic[] => {
    if (site[key] === undefined) return []
    const { keys, place } = locateInFiles(files, [key])
    return [
      {
        code: 'config/ignored',
        severity: 'warning',
        message: `Cannot go by ${keys.join('.')}: Hugo does not read it any more, so that lists are as if it were not there`,
        hint: `Call it ${now}`,
        place,
      },
    ]
  })
}

function warnOfIgnored(site: HugoTable, files: readonly HugoFile[]): readonly Diagnostic[] {
  const names = listIgnored(site).map((keys) => nameOf(keys, { site, files }))
  const [main] = files
  if (names.length === 0 || !main) return []
  return [
    {
      code: 'config/ignored',
      severity: 'warning',
      message: `Cannot make use of ${names.length} ${names.length === 1 ? 'key' : 'keys'} of the Hugo config: here ${names.length === 1 ? 'it has' : 'they have'} no meaning`,
      hint: `Keep for Hugo, or take out: ${names.join(', ')}`,
      place: { path: main.path },
    },
  ]
}

/** An item of a list is told by what it says, `outputs.home "json"`, or by its line. */
function nameOf(
  keys: readonly string[],
  { site, files }: { site: HugoTable; files: readonly HugoFile[] },
): string {
  const { keys: own, place } = locateInFiles(files, keys)
  const index = /^\d+$/.test(keys.at(-1) ?? '') ? Number(keys.at(-1)) : undefined
  if (index === undefined) return own.join('.')
  const name = own.slice(0, -1).join('.')
  const list = valueAt(site, keys.slice(0, -1).join('.'))
  const item = Array.isArray(list) ? list[index] : list
  if (typeof item === 'string') return `${name} "${item}"`
  return place.line === undefined ? name : `${name} (line ${place.line})`
}
