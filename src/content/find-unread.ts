import { onceAsked } from '../base/once.ts'
import type { Source } from './scan/source.ts'

/**
 * Says whether what an author calls a page by, in a link or a `ref`, may mean one whose file has mistakes: nobody knows
 * its address then, so that nothing can be said of links to it. The last part of the name is looked for in the path of
 * each such file and in its front matter.
 */
export function findUnread(sources: readonly Source[]): (name: string) => boolean {
  const texts = onceAsked(() => sources.map(({ path, read }) => `${path}\n${matterOf(read())}`.toLowerCase()))
  return (name) => {
    const part = lastPart(name)
    return part !== '' && texts().some((text) => text.includes(part))
  }
}

/** The text up to its second fence; all of it where there is none. */
function matterOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes)
  return /^\s*(---|\+\+\+)[^\n]*\n[\s\S]*?\n\1/.exec(text)?.[0] ?? text
}

/** `../Posts/Ink.md#top` → `ink`, and so of `/posts/ink/` and `/posts/ink/index.html`. */
const lastPart = (name: string) =>
  name
    .toLowerCase()
    .replace(/[?#].*$/s, '')
    .replace(/\/_?index\.[a-z]+$/, '')
    .replace(/\.(md|markdown|html?)$/, '')
    .replace(/\/+$/, '')
    .replace(/^.*\//, '')
