import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'

const root = new URL('../', import.meta.url)

/** Whether dist/ was made from the sources as they are now, file by file. */
export function isFresh() {
  const text = textOf(new URL('dist/made-from.json', root))
  return text !== undefined && JSON.parse(text).every(isSame)
}

/** Times tell at once; where they do not, as in a copy of the repository, the bytes do. */
function isSame({ path, size, mtimeMs, ctimeMs, digest }) {
  const file = new URL(path, root)
  const facts = statSync(file, { throwIfNoEntry: false })
  if (facts?.size !== size) return false
  if (facts.mtimeMs === mtimeMs && facts.ctimeMs === ctimeMs) return true
  return createHash('sha256').update(readFileSync(file)).digest('base64url') === digest
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
