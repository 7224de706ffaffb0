import path from 'node:path'
import { placeOfLine } from '../../base/place-at.ts'
import { SiteError } from '../../base/site-error.ts'
import type { Config } from '../../config/config.ts'
import { lowerKeys } from '../matter/lower-keys.ts'
import { isRecord } from '../matter/matter-layer.ts'
import { type MatterRecord, parseMatter } from '../matter/parse-matter.ts'
import { type SplitText, splitMatter } from '../matter/split-matter.ts'
import type { Page, PageKind } from '../page.ts'
import { logicalPath } from '../url/logical-path.ts'
import { decodeText } from './decode-text.ts'
import type { Source } from './source.ts'
import { splitLanguage } from './split-language.ts'

/** A page's file taken apart: what it is by where it lies, and what it says, nothing of it interpreted yet. */
export type ParsedSource = Pick<Page, 'id' | 'kind' | 'path' | 'bundle' | 'format'> & {
  /** As the author knows it: `content/posts/a.md`. */
  readonly name: string
  readonly text: string
  readonly split: SplitText
  readonly record: MatterRecord
  /** Inside the content folder, without the language that the file's name names. */
  readonly file: string
  readonly modified: Date | undefined
  readonly committed: Date | undefined
}

/**
 * Reads a page's file.
 *
 * @throws SiteError content/encoding, matter/unclosed, matter/syntax
 */
export function parseSource(source: Source, config: Config): ParsedSource {
  const { path: id, bytes, modified, committed } = source
  const name = source.name ?? `content/${id}`
  const text = decodeText(bytes, name)
  const split = splitMatter(name, text)
  const record = readRecord(name, text, split)
  const { path: file } = splitLanguage(id, [config.language.code])
  return {
    id,
    name,
    text,
    split,
    record: isRecord(record) ? record : {},
    file,
    path: logicalPath(id, [config.language.code]),
    kind: kindOf(file, Object.values(config.taxonomies)),
    bundle: bundleOf(file),
    format: /\.html?$/i.test(file) ? 'html' : 'markdown',
    modified,
    committed,
  }
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

const bundleOf = (file: string): Page['bundle'] => {
  const name = path.posix.parse(file).name.toLowerCase()
  return name === '_index' ? 'branch' : name === 'index' ? 'leaf' : undefined
}

/** `_index.md` makes a list, by where it lies; everything else is a regular page (Hugo's manual, "Page bundles"). */
function kindOf(file: string, taxonomies: readonly string[]): PageKind {
  const { name: written, dir } = path.posix.parse(file)
  const name = written.toLowerCase()
  // An `index.md` in the root is the home page in Hugo too, which then knows no other page.
  if (dir === '') return name === '_index' || name === 'index' ? 'home' : 'page'
  if (name !== '_index') return 'page'
  const folders = dir.toLowerCase().split('/')
  if (!taxonomies.some((plural) => plural.toLowerCase() === folders[0])) return 'section'
  return folders.length === 1 ? 'taxonomy' : 'term'
}
