import { nearest } from '../../../base/nearest.ts'
import type { ShortcodeCall } from '../shortcode-call.ts'
import { ShortcodeRefusal } from '../shortcode-refusal.ts'

export type Signature<Name extends string> = {
  readonly names: readonly Name[]
  /** Which arguments those without names are. */
  readonly order?: readonly Name[]
}

/**
 * The arguments of a call by name, as text; empty ones are none.
 *
 * @throws ShortcodeRefusal for an argument that the shortcode does not have
 */
export function readArguments<Name extends string>(
  call: ShortcodeCall,
  { names, order = [] }: Signature<Name>,
): Readonly<Partial<Record<Name, string>>> {
  const { positional, named } = call.arguments
  const unknown = Object.keys(named).find((name) => !isOneOf(name, names))
  if (unknown !== undefined) {
    const meant = nearest(unknown, names)
    throw new ShortcodeRefusal(`it has no argument "${unknown}"`, {
      hint: meant ? `Did you mean "${meant}"?` : takes(names),
      argument: unknown,
    })
  }
  if (positional.length > order.length) {
    const some = order.length === 1 ? 'one argument' : `${order.length} arguments`
    const reason = `it takes ${order.length === 0 ? 'no arguments' : some} without a name`
    throw new ShortcodeRefusal(reason, { hint: takes(names), argument: order.length })
  }
  const given = [
    ...Object.entries(named),
    ...positional.flatMap((value, index) => {
      const name = order[index]
      return name === undefined ? [] : [[name, value] as const]
    }),
  ]
  const found: Partial<Record<Name, string>> = {}
  for (const [name, value] of given) if (isOneOf(name, names) && value !== '') found[name] = String(value)
  return found
}

const isOneOf = <Name extends string>(name: string, names: readonly Name[]): name is Name =>
  names.some((known) => known === name)

const takes = (names: readonly string[]) =>
  names.length === 0 ? 'Take its arguments out' : `It takes ${names.join(', ')}`
