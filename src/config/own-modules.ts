import { registerHooks } from 'node:module'
import path from 'node:path'
import { onceAsked } from '../base/once.ts'

const rooms: Readonly<Record<string, string>> = {
  inkseal: '../index',
  'inkseal/markdown': '../markdown/index',
  'inkseal/theme': '../theme/index',
}

/**
 * A resolve hook that lets a config import `inkseal` and mean the program that runs it, however that was installed:
 * globally, by npx, or as this repository, whose sources have not been compiled.
 */
export const resolveOwnModule: Parameters<typeof registerHooks>[0]['resolve'] = (
  specifier,
  context,
  next,
) => {
  const room = Object.hasOwn(rooms, specifier) ? rooms[specifier] : undefined
  if (room === undefined) return next(specifier, context)
  return next(new URL(`${room}${path.extname(import.meta.url)}`, import.meta.url).href, context)
}

/** The same for what a config's plugins import later. A hook slows every import down, so that most go without. */
export const keepOwnModules = onceAsked(() => registerHooks({ resolve: resolveOwnModule }))

/** Whether a config holds code that can run after it was read. */
export function holdsCode(value: unknown, seen = new Set<unknown>()): boolean {
  if (typeof value === 'function') return true
  if (typeof value !== 'object' || value === null || seen.has(value)) return false
  seen.add(value)
  return Object.values(value).some((part) => holdsCode(part, seen))
}
