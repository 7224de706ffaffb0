import path from 'node:path'

/** Joins a relative path to a root, or gives undefined when the result would lie outside of the root. */
export function containedJoin(root: string, relative: string): string | undefined {
  if (relative.includes('\0')) return undefined
  const joined = path.resolve(root, relative)
  const back = path.relative(root, joined)
  if (back === '..' || back.startsWith(`..${path.sep}`) || path.isAbsolute(back)) return undefined
  return joined
}
