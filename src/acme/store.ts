import { createHash } from 'node:crypto'
import { rename } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import type { Code } from '../base/codes.ts'
import { withLock } from '../base/lock.ts'
import type { Log } from '../base/log.ts'
import { type Generations, openGenerations } from './generations.ts'
import { type JsonFile, jsonFile, type OnDamage } from './json-file.ts'

const accountSchema = v.object({
  directory: v.string(),
  /** PEM. */
  key: v.string(),
  /** Absent until the CA has answered: the key is kept first, so that a crash does not leave an account behind. */
  url: v.optional(v.string()),
})

const pendingSchema = v.object({
  /** Absent until the CA has taken the order: a disk that keeps nothing is noticed before one is placed. */
  url: v.optional(v.string()),
  account: v.string(),
  /** PEM: the key that the order will be finalized with. */
  key: v.string(),
  profile: v.optional(v.string()),
})

const planSchema = v.object({
  generation: v.string(),
  /** When the CA is asked next, in milliseconds since 1970. */
  nextAsk: v.number(),
  window: v.optional(v.object({ start: v.number(), end: v.number() })),
  /** The moment chosen in the window. */
  moment: v.optional(v.number()),
  explanation: v.optional(v.string()),
})

const troubleSchema = v.object({
  failures: v.number(),
  at: v.number(),
  nextTry: v.number(),
  code: v.custom<Code>((code) => typeof code === 'string'),
  message: v.string(),
  hint: v.optional(v.string()),
  /** The CA's problem type and HTTP status. */
  type: v.optional(v.string()),
  status: v.optional(v.number()),
})

type Account = v.InferOutput<typeof accountSchema>
export type Pending = v.InferOutput<typeof pendingSchema>
export type Plan = v.InferOutput<typeof planSchema>
export type Trouble = v.InferOutput<typeof troubleSchema>

/**
 * What the agent keeps of one set of names at one CA:
 *
 *     accounts/<CA>/account.json
 *     certificates/<name>-<digest>/current → generations/<id>/{key.pem,chain.pem,facts.json}
 *     certificates/<name>-<digest>/{pending,plan,trouble}.json
 */
export type Store = {
  readonly account: JsonFile<Account>
  readonly generations: Generations
  /** The order that is under way. */
  readonly pending: JsonFile<Pending>
  /** What the CA suggests for the renewal. */
  readonly plan: JsonFile<Plan>
  /** The failures since the last success. */
  readonly trouble: JsonFile<Trouble>
  /** Runs work while no other process writes in this storage. @throws SiteError base/locked */
  readonly lock: <Value>(work: () => Promise<Value>) => Promise<Value>
}

export type StoreOptions = {
  readonly storage: string
  readonly names: readonly string[]
  readonly directory: string
  readonly onDamage: OnDamage
}

export function openStore({ storage, names, directory, onDamage }: StoreOptions): Store {
  const ca = `${new URL(directory).hostname}-${digest(directory)}`
  const sorted = names.toSorted()
  const set = `${(sorted[0] ?? '').slice(0, 100)}-${digest(...sorted, directory)}`
  const folder = path.join(certificateFolder(storage), set)
  const file = <Schema extends v.GenericSchema>(name: string, schema: Schema) =>
    jsonFile(path.join(folder, name), schema, onDamage)
  return {
    account: jsonFile(path.join(storage, 'accounts', ca, 'account.json'), accountSchema, onDamage),
    generations: openGenerations(folder, onDamage),
    pending: file('pending.json', pendingSchema),
    plan: file('plan.json', planSchema),
    trouble: file('trouble.json', troubleSchema),
    lock: (work) =>
      withLock(path.join(storage, 'lock'), { guards: 'the certificates', patience: 1_000 }, work),
  }
}

/** Where the sets of names lie, one folder each. */
export const certificateFolder = (storage: string): string => path.join(storage, 'certificates')

/** Moves what is damaged out of the way and names it, so that it is looked at by a person and by nobody else. */
export function setAside(log: Log): OnDamage {
  return async (damaged, why) => {
    const aside = path.join(path.dirname(damaged), `.damaged-${Date.now()}-${path.basename(damaged)}`)
    const moved = await rename(damaged, aside).then(
      () => `; it was moved to ${aside}`,
      () => '',
    )
    log.report({
      code: 'acme/storage',
      severity: 'warning',
      message: `Cannot use ${damaged}: ${why}${moved}`,
      hint: 'Nothing needs to be done: the agent goes on without it. Look at the disk if it happens again',
    })
  }
}

const digest = (...parts: readonly string[]) =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 8)
