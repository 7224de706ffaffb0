import type { TitleConfig } from '../../config/config.ts'
import { pluralize } from './pluralize.ts'
import { titleCase } from './title-case.ts'

/** The title of a list that no file describes, made of its folder's name: `post` → "Posts" (measured with Hugo 0.169). */
export function listTitle(name: string, { style, capitalizeLists, pluralizeLists }: TitleConfig): string {
  const plural = pluralizeLists ? pluralize(name) : name
  return capitalizeLists ? titleCase(plural, style) : plural
}
