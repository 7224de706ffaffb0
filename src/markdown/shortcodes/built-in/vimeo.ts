import type { ShortcodeDefinition } from '../shortcode.ts'
import { ShortcodeRefusal } from '../shortcode-refusal.ts'
import { linkCard } from './link-card.ts'
import { readArguments } from './read-arguments.ts'

/** A link to a video on Vimeo, whose player sets cookies (Hugo's manual, "Vimeo shortcode"). */
export const vimeo: ShortcodeDefinition = {
  inner: false,
  render: (call) => {
    const {
      id,
      title,
      class: className,
    } = readArguments(call, {
      names: ['id', 'allowFullScreen', 'class', 'loading', 'title'],
      order: ['id', 'class', 'title', 'loading'],
    })
    if (id === undefined) {
      throw new ShortcodeRefusal('it needs the id of a video', { hint: 'Write {{< vimeo 19899678 >}}' })
    }
    // An unlisted video has a second part: 12345/abcdef.
    if (!/^\d+(?:[/?][\w=]+)?$/.test(id)) {
      const hint = 'Take the number from the address: https://vimeo.com/19899678'
      throw new ShortcodeRefusal(`"${id}" is not the id of a video`, {
        hint,
        argument: Object.hasOwn(call.arguments.named, 'id') ? 'id' : 0,
      })
    }
    const text = title ?? 'Watch the video on Vimeo'
    return linkCard({ kind: 'vimeo', url: `https://vimeo.com/${id}`, text, className })
  },
}
