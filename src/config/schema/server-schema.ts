import * as v from 'valibot'
import { port, text } from './values.ts'

export const serverSchema = v.strictObject({
  host: v.optional(text),
  httpPort: v.optional(port),
  httpsPort: v.optional(port),
})

const directory = v.pipe(
  text,
  v.check(
    (value) => ['production', 'staging'].includes(value) || URL.canParse(value),
    'It must be production, staging, or the URL of an ACME directory',
  ),
)

export const acmeSchema = v.strictObject({
  agreeTos: v.boolean(),
  directory: v.optional(directory),
  names: v.optional(v.pipe(v.array(text), v.minLength(1, 'It must hold at least one name'))),
  email: v.optional(v.pipe(v.string(), v.email('It must be an email address'))),
  profile: v.optional(text),
  trustedRoot: v.optional(text),
})
