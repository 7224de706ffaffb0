import { open } from 'node:fs/promises'
import type { Diagnostic } from '../base/diagnostic.ts'

/**
 * An HTML file that begins with front matter was meant to be a page. Published as it is, it would show the front
 * matter to readers.
 */
export async function checkHtml(file: string, name: string): Promise<readonly Diagnostic[]> {
  const [, before = '', fence] =
    /^\uFEFF?((?:[ \t]*\r?\n)*)(---|\+\+\+)[ \t]*\r?\n/.exec(await beginningOf(file)) ?? []
  if (fence === undefined) return []
  return [
    {
      code: 'content/html',
      severity: 'error',
      message: `Cannot publish ${name}: it is HTML with front matter, and only Markdown files have any`,
      hint: 'Rename it to end in .md, where HTML is welcome, or take the front matter out',
      place: { path: name, line: before.split('\n').length, column: 1, text: fence },
    },
  ]
}

async function beginningOf(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(256), 0, 256, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
