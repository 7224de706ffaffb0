import type { ShortcodeDefinition } from '../shortcode.ts'
import { ShortcodeRefusal } from '../shortcode-refusal.ts'
import { linkCard } from './link-card.ts'
import { readArguments } from './read-arguments.ts'

/** A link to a post on Instagram (Hugo's manual, "Instagram shortcode"). Older blogs have `hidecaption` behind its id. */
export const instagram: ShortcodeDefinition = {
  inner: false,
  render: (call) => {
    const { id } = readArguments(call, { names: ['id', 'hidecaption'], order: ['id', 'hidecaption'] })
    if (id === undefined) {
      throw new ShortcodeRefusal('it needs the id of a post', { hint: 'Write {{< instagram CxOWiQNP2MO >}}' })
    }
    if (!/^[\w-]+$/.test(id)) {
      const hint = 'Take the id from the address: https://www.instagram.com/p/CxOWiQNP2MO/'
      throw new ShortcodeRefusal(`"${id}" is not the id of a post`, { hint, argument: 0 })
    }
    const url = `https://www.instagram.com/p/${id}/`
    return linkCard({ kind: 'instagram', url, text: 'Post on Instagram' })
  },
}
