import * as v from 'valibot'
import { nearest } from '../../base/nearest.ts'
import { permalinkTokens, unknownToken } from '../permalink-tokens.ts'
import { either, fileName, isObject, recordOf, text } from './values.ts'

const pattern = v.pipe(
  text,
  v.check(
    (value) => unknownToken(value) === undefined,
    ({ input }) => explainToken(unknownToken(input) ?? ''),
  ),
)

function explainToken(token: string): string {
  const meant = nearest(token, permalinkTokens)
  return meant
    ? `It has a token ":${token}"; did you mean ":${meant}"?`
    : `It has a token ":${token}"; there are ${permalinkTokens.map((name) => `:${name}`).join(' ')}`
}

const bySection = recordOf(v.string(), pattern)

const kinds: readonly string[] = ['page', 'section', 'taxonomy', 'term']

export const urlsSchema = v.strictObject({
  permalinks: v.optional(
    v.pipe(
      recordOf(v.string(), either(isObject, bySection, pattern)),
      v.rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed) return
        for (const [kind, value] of Object.entries(dataset.value)) {
          if (typeof value !== 'object' || kinds.includes(kind)) continue
          addIssue({
            message: `Patterns by section stand below a kind: ${kinds.join(', ')}`,
            path: [{ type: 'object', origin: 'key', input: dataset.value, key: kind, value }],
          })
        }
      }),
    ),
  ),
  rules: v.optional(v.array(v.strictObject({ pattern, kind: v.optional(text), path: v.optional(text) }))),
  ugly: v.optional(either(isObject, recordOf(v.string(), v.boolean()), v.boolean())),
  keepCase: v.optional(v.boolean()),
  removeAccents: v.optional(v.boolean()),
  aliasPages: v.optional(v.boolean()),
  languageRedirect: v.optional(v.boolean()),
})

const staticFolder = either(isObject, v.strictObject({ from: text, to: text }), text)

export const foldersSchema = v.strictObject({
  content: v.optional(text),
  static: v.optional(either(Array.isArray, v.array(staticFolder), text)),
  data: v.optional(text),
  i18n: v.optional(text),
  archetypes: v.optional(text),
})

/** The segment of `/posts/page/2/`. */
export const paginationPath = fileName
