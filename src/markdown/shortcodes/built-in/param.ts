import { nearest } from '../../../base/nearest.ts'
import type { ShortcodeDefinition } from '../shortcode.ts'
import type { ShortcodeCall } from '../shortcode-call.ts'
import { ShortcodeRefusal } from '../shortcode-refusal.ts'
import { readArguments } from './read-arguments.ts'

/** A value of the page's front matter, else of the site's `params` (Hugo's manual, "Param shortcode"): `a.b` is that of `b` in `a`. */
export const param: ShortcodeDefinition = {
  inner: false,
  render: (call) => {
    const { name } = readArguments(call, { names: ['name'], order: ['name'] })
    if (name === undefined) {
      throw new ShortcodeRefusal('it needs the name of a value', { hint: 'Write {{< param color >}}' })
    }
    const value = lookUp({ ...fieldsOf(call), ...call.page.params }, name) ?? lookUp(call.site.params, name)
    if (value !== undefined && value !== null) return escapeText(textOf(value))
    const known = [...Object.keys(call.page.params), ...Object.keys(call.site.params)]
    const meant = nearest(name, known)
    const argument = Object.hasOwn(call.arguments.named, 'name') ? 'name' : 0
    throw new ShortcodeRefusal(`neither the page nor the site has a value "${name}"`, {
      hint: meant ? `Did you mean "${meant}"?` : 'Add it to the front matter, or to `params` in the config',
      argument,
    })
  },
}

/** Fields that have a meaning can be shown as well. */
const fieldsOf = ({ page }: ShortcodeCall) => ({
  title: page.title,
  description: page.description,
  date: page.date,
  lastmod: page.lastmod,
  draft: page.draft,
  ...page.terms,
})

function lookUp(values: unknown, name: string): unknown {
  let found = values
  for (const part of name.toLowerCase().split('.')) {
    if (typeof found !== 'object' || found === null) return undefined
    found = Object.entries(found).find(([key]) => key.toLowerCase() === part)?.[1]
  }
  return found
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '')
  if (Array.isArray(value)) return value.map(textOf).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
