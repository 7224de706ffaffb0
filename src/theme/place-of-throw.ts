import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Place } from '../base/diagnostic.ts'
import { placeOfLine } from '../base/place-at.ts'

/** Inkseal's own files are no place that an author could mend. */
const own = fileURLToPath(new URL('../', import.meta.url))

type Position = { readonly file: string; readonly line: number; readonly column: number }

/**
 * Where a component threw, in its own source. The bundle has a source map; it is read only now, since Node would read
 * it at every start.
 */
export function placeOfThrow(cause: unknown, root: string): Place | undefined {
  const stack = cause instanceof Error ? (cause.stack ?? '') : ''
  for (const [, name = '', line, column] of stack.matchAll(
    /(?:file:\/\/|\((?:file:\/\/)?)([^()\s]*\.(?:tsx?|mjs)):(\d+):(\d+)/g,
  )) {
    const thrown = { file: name, line: Number(line), column: Number(column) }
    const { file, ...position } = name.endsWith('.mjs') ? inSource(thrown) : thrown
    if (!/\.tsx?$/.test(file) || file.startsWith(own)) continue
    return placeOfLine(path.relative(root, file), readText(file), position)
  }
  return undefined
}

/** As it was told where the bundle has no map. */
function inSource(thrown: Position): Position {
  const bundle = fileURLToPath(`file://${thrown.file}`)
  const [, map] =
    /\n\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(readText(bundle)) ?? []
  if (map === undefined) return thrown
  const payload = JSON.parse(Buffer.from(map, 'base64').toString())
  const entry = new SourceMap(payload).findEntry(thrown.line - 1, thrown.column - 1)
  if (!('originalSource' in entry)) return thrown
  return {
    file: path.resolve(path.dirname(bundle), entry.originalSource),
    line: entry.originalLine + 1,
    column: entry.originalColumn + 1,
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
