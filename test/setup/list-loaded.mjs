// Tells, on standard error, every file that a program loads as a module; given to Node by --import.
import { registerHooks } from 'node:module'

registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) process.stderr.write(`${url}\n`)
    return next(url, context)
  },
})
