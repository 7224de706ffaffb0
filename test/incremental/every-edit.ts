import type { Edit } from './edit.ts'
import { clockEdits } from './edits/clock-edits.ts'
import { configEdits } from './edits/config-edits.ts'
import { linkEdits } from './edits/link-edits.ts'
import { matterEdits } from './edits/matter-edits.ts'
import { mistakes } from './edits/mistakes.ts'
import { postEdits } from './edits/post-edits.ts'
import { sideEdits } from './edits/side-edits.ts'
import { themeEdits } from './edits/theme-edits.ts'

/** All kinds of edits; those that happen most stand here more than once. */
export const everyEdit: readonly Edit[] = [
  ...postEdits,
  ...postEdits,
  ...matterEdits,
  ...linkEdits,
  ...linkEdits,
  ...configEdits,
  ...themeEdits,
  ...sideEdits,
  ...clockEdits,
  ...mistakes,
]
