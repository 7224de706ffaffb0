import type { ShortcodeDefinition } from '../shortcode.ts'
import type { ShortcodeCall } from '../shortcode-call.ts'
import { ShortcodeRefusal } from '../shortcode-refusal.ts'
import { linkCard } from './link-card.ts'
import { readArguments } from './read-arguments.ts'

/** A link to a post on X (Hugo's manual, "X shortcode"). */
export const x: ShortcodeDefinition = { inner: false, render: (call) => card(call, { needsUser: true }) }

/** What older blogs have: `twitter` and `tweet`, the latter with the id alone. */
export const tweet: ShortcodeDefinition = { inner: false, render: (call) => card(call, { needsUser: false }) }

function card(call: ShortcodeCall, { needsUser }: { needsUser: boolean }): string {
  const order = call.arguments.positional.length > 1 ? (['user', 'id'] as const) : (['id'] as const)
  const { user, id } = readArguments(call, { names: ['user', 'id'], order })
  if (id === undefined || (needsUser && user === undefined)) {
    const missing = id === undefined ? 'the id of a post' : 'the name of the user whose post it is'
    const hint = `Write {{< ${call.name} user="GoHugoIO" id="877500564405444608" >}}`
    throw new ShortcodeRefusal(`it needs ${missing}`, { hint })
  }
  if (!/^\d+$/.test(id)) {
    const hint = 'Take the number from the address: https://x.com/USER/status/877500564405444608'
    const argument = Object.hasOwn(call.arguments.named, 'id') ? 'id' : order.length - 1
    throw new ShortcodeRefusal(`"${id}" is not the id of a post`, { hint, argument })
  }
  const name = user?.replace(/^@/, '')
  // The user's part of the address may be anything: X looks at the number alone.
  const url = `https://x.com/${encodeURIComponent(name ?? 'i')}/status/${id}`
  return linkCard({ kind: 'x', url, text: name ? `Post by @${name} on X` : 'Post on X' })
}
