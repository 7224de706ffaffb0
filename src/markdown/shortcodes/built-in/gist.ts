import type { ShortcodeDefinition } from '../shortcode.ts'
import { ShortcodeRefusal } from '../shortcode-refusal.ts'
import { linkCard } from './link-card.ts'
import { readArguments } from './read-arguments.ts'

/** A link to a gist, as older blogs have them: user, id and, perhaps, a file of it. */
export const gist: ShortcodeDefinition = {
  inner: false,
  render: (call) => {
    const order = ['user', 'id', 'file'] as const
    const { user, id, file } = readArguments(call, { names: order, order })
    if (user === undefined || id === undefined) {
      const hint = 'Write {{< gist spf13 7896402 >}}'
      throw new ShortcodeRefusal('it needs a user and the id of a gist', { hint })
    }
    const fragment = file === undefined ? '' : `#file-${file.toLowerCase().replaceAll(/[^a-z0-9_]+/g, '-')}`
    const url = `https://gist.github.com/${encodeURIComponent(user)}/${encodeURIComponent(id)}${fragment}`
    const text = `${file ?? 'Code'} by ${user} on GitHub Gist`
    return linkCard({ kind: 'gist', url, text })
  },
}
