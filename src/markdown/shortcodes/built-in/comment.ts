import type { ShortcodeDefinition } from '../shortcode.ts'

/** Text that only the author sees, as older blogs have it. */
export const comment: ShortcodeDefinition = { inner: true, render: () => '' }
