import { registerHooks } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Runs an import and gives beside its module the files, absolute, that were loaded for it. Packages do not count:
 * they change with the lock file.
 */
export async function trackImports(
  load: () => Promise<unknown>,
): Promise<{ readonly module: unknown; readonly files: readonly string[] }> {
  const files = new Set<string>()
  const hooks = registerHooks({
    load(url, context, next) {
      if (url.startsWith('file:')) files.add(fileURLToPath(url.replace(/[?#].*$/, '')))
      return next(url, context)
    },
  })
  try {
    const module = await load()
    const isPackage = (file: string) => file.includes(`${path.sep}node_modules${path.sep}`)
    return { module, files: [...files].filter((file) => !isPackage(file)).sort() }
  } finally {
    hooks.deregister()
  }
}
