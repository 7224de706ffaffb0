import type { ShortcodeDefinition } from '../shortcode.ts'
import type { RefOptions, ShortcodeCall } from '../shortcode-call.ts'
import { ShortcodeRefusal } from '../shortcode-refusal.ts'
import { readArguments } from './read-arguments.ts'

/** The absolute URL of a page (Hugo's manual, "Ref shortcode"). */
export const ref: ShortcodeDefinition = { inner: false, render: (call) => addressOf(call, call.ref) }

/** The URL of a page from the root on (Hugo's manual, "Relref shortcode"). */
export const relref: ShortcodeDefinition = { inner: false, render: (call) => addressOf(call, call.relref) }

function addressOf(call: ShortcodeCall, resolve: ShortcodeCall['ref']): string {
  // Without names, what follows the path is an output format, as in Hugo.
  const { path, lang, outputFormat } = readArguments(call, {
    names: ['path', 'lang', 'outputFormat'],
    order: ['path', 'outputFormat'],
  })
  if (path === undefined) {
    const hint = `Write {{< ${call.name} "posts/hello.md" >}}`
    throw new ShortcodeRefusal('it needs the path of a page', { hint })
  }
  const options: RefOptions = {
    ...(lang !== undefined && { lang }),
    ...(outputFormat !== undefined && { outputFormat }),
  }
  return resolve(path, options)
}
