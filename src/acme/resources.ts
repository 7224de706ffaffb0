import * as v from 'valibot'
import { readProblem } from './problem.ts'

const order = v.object({
  status: v.picklist(['pending', 'ready', 'processing', 'valid', 'invalid']),
  authorizations: v.array(v.string()),
  finalize: v.string(),
  certificate: v.optional(v.string()),
  error: v.optional(v.unknown()),
})

const challenge = v.object({
  type: v.string(),
  url: v.string(),
  status: v.string(),
  token: v.optional(v.string(), ''),
  error: v.optional(v.unknown()),
})

const authorization = v.object({
  status: v.string(),
  identifier: v.object({ type: v.string(), value: v.string() }),
  challenges: v.array(challenge),
})

/** RFC 8555 §7.1.3. */
export type Order = v.InferOutput<typeof order>
/** RFC 8555 §7.1.4. */
export type Authorization = v.InferOutput<typeof authorization>

/** @throws Problem where a CA's answer is not what the RFC says */
export const readOrder = (data: unknown): Order => read(order, data)
export const readAuthorization = (data: unknown): Authorization => read(authorization, data)

function read<Schema extends v.GenericSchema>(schema: Schema, data: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, data)
  if (!result.success) throw readProblem(undefined)
  return result.output
}
