import type { ShortcodeDefinition } from '../shortcode.ts'
import { ShortcodeRefusal } from '../shortcode-refusal.ts'
import { readArguments } from './read-arguments.ts'

/** Code, as a fence gives it (Hugo's manual, "Highlight shortcode"): the language, and the options of a fence. */
export const highlight: ShortcodeDefinition = {
  inner: true,
  render: (call) => {
    const order = ['language', 'options'] as const
    const { language, options = '' } = readArguments(call, { names: order, order })
    if (language === undefined) {
      const hint = 'Write {{< highlight go >}}; text is one of them'
      throw new ShortcodeRefusal('it needs a language', { hint })
    }
    return call.highlight(call.innerDeindent.replaceAll(/^[\r\n]+|[\r\n]+$/g, ''), language, options)
  },
}
