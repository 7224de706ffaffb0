import * as v from 'valibot'
import { params, recordOf, text, whole } from './values.ts'

const entry = v.pipe(
  v.strictObject({
    name: v.optional(text),
    title: v.optional(text),
    url: v.optional(text),
    pageRef: v.optional(text),
    identifier: v.optional(text),
    parent: v.optional(text),
    weight: v.optional(whole),
    pre: v.optional(v.string()),
    post: v.optional(v.string()),
    params: v.optional(params),
  }),
  v.check(
    ({ name, title, pageRef }) => [name, title, pageRef].some((value) => value !== undefined),
    'Give it a `name`',
  ),
)

export const menuSchema = v.array(entry)

export const menusSchema = recordOf(v.string(), menuSchema)
