import { placeOfLine } from '../../base/place-at.ts'
import { SiteError } from '../../base/site-error.ts'
import type { Config } from '../../config/config.ts'
import { lowerKeys } from '../matter/lower-keys.ts'
import { isRecord } from '../matter/matter-layer.ts'
import { type MatterRecord, parseMatter } from '../matter/parse-matter.ts'
import { type SplitText, splitMatter } from '../matter/split-matter.ts'
import type { Page, PageKind } from '../page.ts'
import { logicalPath } from '../url/logical-path.ts'
import { nameOfSource, type Source } from './source.ts'
import type { SourceTexts } from './source-texts.ts'
import { splitLanguage } from './split-language.ts'

/** What a page is by where its file lies. */
export type NamedSource = Pick<Page, 'id' | 'kind' | 'path' | 'bundle' | 'format'> & {
  /** As the author knows the file: `content/posts/a.md`. */
  readonly name: string
  /** Inside the content folder, without the language that the file's name names. */
  readonly file: string
  readonly source: Source
}

/** A page's file taken apart: what it is by where it lies, and what it says, nothing of it interpreted yet. */
export type ParsedSource = NamedSource & {
  readonly text: string
  /** Of the file. */
  readonly digest: string
  readonly split: SplitText
  readonly record: MatterRecord
}

export function nameSource(source: Source, { language, taxonomies }: Config): NamedSource {
  const { path: id } = source
  const { path: file } = splitLanguage(id, [language.code])
  return {
    id,
    name: nameOfSource(source),
    file,
    path: logicalPath(id, [language.code]),
    kind: kindOf(file, Object.values(taxonomies)),
    bundle: bundleOf(file),
    format: /\.html?$/i.test(file) ? 'html' : 'markdown',
    source,
  }
}

/**
 * Reads a page's file.
 *
 * @throws SiteError content/read, content/encoding, matter/unclosed, matter/syntax
 */
export function parseSource(named: NamedSource, texts: SourceTexts): ParsedSource {
  const { text, digest } = texts.read(named.source)
  const split = splitMatter(named.name, text)
  const record = readRecord(named.name, text, split)
  return { ...named, text, digest, split, record: isRecord(record) ? record : {} }
}

function readRecord(name: string, text: string, split: SplitText): unknown {
  try {
    return lowerKeys(parseMatter(name, text, split))
  } catch (cause) {
    // Parsers go as deep as the text does; only the call stack ends.
    if (!(cause instanceof RangeError)) throw cause
    const message = 'Cannot read the front matter: its lists and maps are nested too deep'
    throw new SiteError(
      {
        code: 'matter/syntax',
        message,
        hint: 'Nest them less',
        place: placeOfLine(name, text, { line: split.matterLine }),
      },
      { cause },
    )
  }
}

/** What a file is called that has a folder for itself; undefined for any other. */
const indexName = (file: string) => /(?:^|\/)(_?index)\.[^./]+$/i.exec(file)?.[1]?.toLowerCase()

const bundleOf = (file: string): Page['bundle'] => {
  const name = indexName(file)
  return name === '_index' ? 'branch' : name === 'index' ? 'leaf' : undefined
}

/** `_index.md` makes a list, by where it lies; everything else is a regular page (Hugo's manual, "Page bundles"). */
function kindOf(file: string, taxonomies: readonly string[]): PageKind {
  const name = indexName(file)
  const dir = file.slice(0, Math.max(0, file.lastIndexOf('/')))
  // An `index.md` in the root is the home page in Hugo too, which then knows no other page.
  if (dir === '') return name === '_index' || name === 'index' ? 'home' : 'page'
  if (name !== '_index') return 'page'
  const folders = dir.toLowerCase().split('/')
  if (!taxonomies.some((plural) => plural.toLowerCase() === folders[0])) return 'section'
  return folders.length === 1 ? 'taxonomy' : 'term'
}
