import path from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Config } from '../../config/config.ts'
import type { FoundSource, Scan } from './scan.ts'
import { splitLanguage } from './split-language.ts'

/** What of a content folder is one language's. */
export type LanguageFiles = {
  readonly sources: readonly FoundSource[]
  /** Paths of the other files. */
  readonly files: readonly string[]
}

export type AssignContext = {
  /** What the folder's author calls it. */
  readonly name: string
  /** The languages that have this folder for their content. */
  readonly sharers: readonly Config[]
  /** All languages of the site. */
  readonly configs: readonly Config[]
}

export type Assigned = {
  /** By the language's code. */
  readonly contents: ReadonlyMap<string, LanguageFiles>
  readonly unmounted: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Gives each file of a content folder to its language: that in its name, else the folder's (Hugo's manual,
 * "Multilingual"). What names none lies in a bundle that this language does not have goes to the first that has it.
 */
export function assignLanguages(found: Scan, { name, sharers, configs }: AssignContext): Assigned {
  const main = sharers.find(({ language }) => language.isDefault) ?? sharers[0]
  const codes = configs.map(({ language }) => language.code)
  const sharing = sharers.map(({ language }) => language.code)
  const off = main?.disabledLanguages ?? []
  const base = main?.language.code ?? ''
  const contents = new Map(
    codes.map((code) => [code, { sources: [] as FoundSource[], files: [] as string[] }]),
  )
  const isOff = (relative: string) => splitLanguage(relative, off).language !== undefined
  for (const source of found.sources) {
    if (!isOff(source.path))
      contents.get(splitLanguage(source.path, codes).language ?? base)?.sources.push(source)
  }
  const bundles = new Map(
    sharing.map((code) => [code, new Set(contents.get(code)?.sources.flatMap(bundleFolder))] as const),
  )
  for (const file of found.files.filter((relative) => !isOff(relative))) {
    const own = splitLanguage(file, sharing).language
    const owner = own ?? languageOfBundle(file, { bundles, base })
    contents.get(owner)?.files.push(file)
  }
  return {
    contents,
    unmounted: found.sources.filter((source) => isOff(source.path)).map((source) => `${name}/${source.path}`),
    diagnostics: unknownLanguages(found.sources, { name, codes: [...codes, ...off] }),
  }
}

const bundleFolder = (source: FoundSource): readonly string[] =>
  /^index\.[^/]+$/i.test(path.posix.basename(source.path)) ? [path.posix.dirname(source.path)] : []

type Bundles = {
  /** By language, in their order. */
  readonly bundles: ReadonlyMap<string, ReadonlySet<string>>
  readonly base: string
}

function languageOfBundle(file: string, { bundles, base }: Bundles): string {
  for (let folder = path.posix.dirname(file); folder !== '.'; folder = path.posix.dirname(folder)) {
    if (bundles.get(base)?.has(folder)) return base
    const [first] = [...bundles].find(([, folders]) => folders.has(folder)) ?? []
    if (first !== undefined) return first
  }
  return base
}

type Known = { readonly name: string; readonly codes: readonly string[] }

/** `post.de.md` on a site without German: Hugo makes a page /post.de/ of it, and so is done, but not in silence. */
function unknownLanguages(sources: readonly FoundSource[], { name, codes }: Known): readonly Diagnostic[] {
  const paths = new Set(sources.map((source) => source.path))
  return sources.flatMap((source): readonly Diagnostic[] => {
    const [, start, suffix, ending] =
      /^(.*[^/])\.([a-z]{2}(?:-[a-z]{2,4})?)(\.[^./]+)$/i.exec(source.path) ?? []
    if (suffix === undefined || codes.some((code) => code.toLowerCase() === suffix.toLowerCase())) return []
    if (codes.length === 1 && !paths.has(`${start}${ending}`)) return []
    return [
      {
        code: 'content/unknown-language',
        severity: 'warning',
        message: `Cannot tell the language of ${name}/${source.path}: the config has none called "${suffix}", so the file is a page of its own`,
        hint: `Add ${suffix} to the \`languages\` of the config, or rename the file`,
        place: { path: `${name}/${source.path}` },
      },
    ]
  })
}
