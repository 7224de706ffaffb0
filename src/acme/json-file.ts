import { rm } from 'node:fs/promises'
import * as v from 'valibot'
import { readIfThere } from '../base/read-if-there.ts'
import { writeAtomic } from '../base/write-atomic.ts'

/** Told of a file or folder that cannot be understood; may move it away. */
export type OnDamage = (path: string, why: string) => Promise<void>

/** One small document on disk, 0600 in folders of 0700. A damaged one reads as if it were not there. */
export type JsonFile<Value> = {
  readonly read: () => Promise<Value | undefined>
  readonly write: (value: Value) => Promise<void>
  readonly remove: () => Promise<void>
}

export function jsonFile<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
  onDamage: OnDamage,
): JsonFile<v.InferOutput<Schema>> {
  return {
    async read() {
      const bytes = await readIfThere(file)
      if (bytes === undefined) return undefined
      const read = v.safeParse(schema, parse(bytes))
      if (read.success) return read.output
      await onDamage(file, 'it does not hold what was written into it')
      return undefined
    },
    write: (value) =>
      writeAtomic(file, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600, directoryMode: 0o700 }),
    remove: () => rm(file, { force: true }),
  }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
