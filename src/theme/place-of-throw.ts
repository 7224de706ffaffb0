import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Place } from '../base/diagnostic.ts'
import { placeOfLine } from '../base/place-at.ts'

/** Inkseal's own files are no place that an author could mend. */
const own = fileURLToPath(new URL('../', import.meta.url))

/** Where a component threw, in its own source: the bundle has a source map, which Node applies to stacks. */
export function placeOfThrow(cause: unknown, root: string): Place | undefined {
  const stack = cause instanceof Error ? (cause.stack ?? '') : ''
  for (const [, file = '', line, column] of stack.matchAll(/(?:file:\/\/|\()([^()\s]*\.tsx?):(\d+):(\d+)/g)) {
    if (file.startsWith(own)) continue
    const position = { line: Number(line), column: Number(column) }
    return placeOfLine(path.relative(root, file), readText(file), position)
  }
  return undefined
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
