import { stat } from 'node:fs/promises'
import path from 'node:path'
import { systemClock } from '../../base/clock.ts'
import type { Place } from '../../base/diagnostic.ts'
import { nearest } from '../../base/nearest.ts'
import { SiteError } from '../../base/site-error.ts'
import { loadConfig } from '../../config/load-config.ts'
import { collectSite } from '../../content/load-site.ts'
import type { Terminal } from '../terminal.ts'
import { explainFile } from '../why/explain-file.ts'

export type WhyArguments = {
  readonly root: string
  /** As given, relative to where the command was started or to the site's folder. */
  readonly file: string
  /** Milliseconds since 1970, where it is not to be now. */
  readonly clock?: number
  readonly json?: boolean
}

/** `inkseal why FILE`: says whether the file is on the site, and why. The exit code is 1 where it is not. */
export async function runWhy({ root, file, clock, json }: WhyArguments, terminal: Terminal): Promise<number> {
  const config = await loadConfig(root)
  const now = clock ?? systemClock()
  const loaded = await collectSite(config, { now, show: ['draft', 'future', 'expired'] })
  const name = await findName(file, { root, cwd: terminal.cwd }, () =>
    loaded.sites.flatMap(({ pages }) => pages.flatMap(({ source }) => (source ? [source.path] : []))),
  )
  const story = explainFile({ name, config, loaded })
  terminal.report(loaded.errors)
  if (json) {
    terminal.print(JSON.stringify({ file: name, ...story, facts: Object.fromEntries(story.facts) }))
    return story.isPublished ? 0 : 1
  }
  const width = Math.max(...story.facts.map(([label]) => label.length), 0)
  const lines = [
    `${terminal.paint('bold', name)} ${story.sentence}`,
    ...(story.place ? linesOfPlace(story.place) : []),
    ...story.facts.map(([label, value]) => `  ${terminal.paint('dim', label.padEnd(width))}  ${value}`),
    ...(story.advice === undefined ? [] : [story.advice]),
  ]
  terminal.print(lines.join('\n'))
  return story.isPublished ? 0 : 1
}

const linesOfPlace = ({ path, line, column, text }: Place): readonly string[] => [
  `  → ${[path, line, column].filter((part) => part !== undefined).join(':')}`,
  ...(text === undefined ? [] : [`    ${text}`]),
]

type Folders = { readonly root: string; readonly cwd: string }

/** The file's name inside the site. An author may be in any folder of it. */
async function findName(
  file: string,
  { root, cwd }: Folders,
  candidates: () => readonly string[],
): Promise<string> {
  const names = [path.resolve(cwd, file), path.resolve(root, file), path.resolve(root, 'content', file)]
    .map((full) => path.relative(root, full).replaceAll(path.sep, '/'))
    // A command started elsewhere, with --root, means a file of that site.
    .filter((name) => !name.startsWith('../') && !path.isAbsolute(name))
  for (const name of names) {
    const facts = await stat(path.join(root, name)).catch(() => undefined)
    if (facts?.isFile()) return name
  }
  const facts = await stat(path.resolve(cwd, file)).catch(() => undefined)
  if (facts?.isDirectory()) throw isFolder(file)
  const meant = nearest(file, candidates())
  throw new SiteError({
    code: 'cli/option',
    message: `Cannot explain ${file}: there is no such file`,
    hint: meant ? `Did you mean ${meant}?` : 'Name a file of the site, such as content/posts/hello.md',
  })
}

const isFolder = (name: string) =>
  new SiteError({
    code: 'cli/option',
    message: `Cannot explain ${name}: it is a folder`,
    hint: 'Name a file in it',
  })
