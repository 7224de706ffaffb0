import { registerHooks } from 'node:module'
import path from 'node:path'

const rooms: Readonly<Record<string, string>> = {
  inkseal: '../index',
  'inkseal/markdown': '../markdown/index',
  'inkseal/theme': '../theme/index',
}

/**
 * Lets a config import `inkseal` and mean the program that runs it, however that was installed: globally, by npx, or
 * as this repository, whose sources have not been compiled.
 */
export function resolveOwnModules(): void {
  const ending = path.extname(import.meta.url)
  registerHooks({
    resolve(specifier, context, next) {
      const room = Object.hasOwn(rooms, specifier) ? rooms[specifier] : undefined
      if (room === undefined) return next(specifier, context)
      return next(new URL(`${room}${ending}`, import.meta.url).href, context)
    },
  })
}
