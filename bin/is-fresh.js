const { readFileSync, statSync } = process.getBuiltinModule('node:fs')
const { fileURLToPath } = process.getBuiltinModule('node:url')

const root = fileURLToPath(new URL('../', import.meta.url))

/** Whether dist/ was made from the sources as they are now, file by file. */
export function isFresh() {
  const text = textOf(`${root}dist/made-from.json`)
  return text !== undefined && JSON.parse(text).every(isSame)
}

/** Times tell at once; where they do not, as in a copy of the repository, the bytes do. */
function isSame({ path, size, mtimeMs, ctimeMs, digest }) {
  const facts = statSync(root + path, { throwIfNoEntry: false })
  if (facts?.size !== size) return false
  if (facts.mtimeMs === mtimeMs && facts.ctimeMs === ctimeMs) return true
  const { createHash } = process.getBuiltinModule('node:crypto')
  return (
    createHash('sha256')
      .update(readFileSync(root + path))
      .digest('base64url') === digest
  )
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
