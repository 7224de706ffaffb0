import { registerHooks } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { resolveOwnModule } from './own-modules.ts'

/**
 * Imports a file and gives beside its module the files, absolute, that were loaded for it. Packages do not count:
 * they change with the lock file. What the site's own files hold are ES modules, also where its package.json says
 * `"type": "commonjs"`, as `npm init` writes it.
 */
export async function trackImports(
  load: () => Promise<unknown>,
): Promise<{ readonly module: unknown; readonly files: readonly string[] }> {
  const files = new Set<string>()
  const hooks = registerHooks({
    resolve: resolveOwnModule,
    load(url, context, next) {
      if (!url.startsWith('file:')) return next(url, context)
      const file = fileURLToPath(url.replace(/[?#].*$/, ''))
      if (isPackage(file) || file.startsWith(program)) return next(url, context)
      files.add(file)
      return next(url, { ...context, format: formats[path.extname(file)] ?? context.format })
    },
  })
  try {
    const module = await load()
    return { module, files: [...files].sort() }
  } finally {
    hooks.deregister()
  }
}

const formats: Readonly<Record<string, string>> = { '.ts': 'module-typescript', '.js': 'module' }

/** Inkseal itself, of which a config loads what the command has not loaded yet: no input of the site's. */
const program = fileURLToPath(new URL('../', import.meta.url))

const isPackage = (file: string) => file.includes(`${path.sep}node_modules${path.sep}`)
