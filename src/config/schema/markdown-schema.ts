import * as v from 'valibot'
import { isPlugin } from '../is-plugin.ts'
import { count, either, isObject, oneOf, text, whole } from './values.ts'

const plugins = v.array(
  v.pipe(
    v.unknown(),
    v.check(isPlugin, 'It must be a plugin itself, which the config imports, or [plugin, options]'),
  ),
)

const delimiters = v.array(v.strictTuple([text, text]))

const level = v.pipe(
  whole,
  v.minValue(1, 'It must be a level of headings, 1 to 6'),
  v.maxValue(6, 'It must be a level of headings, 1 to 6'),
)

export const markdownSchema = v.strictObject({
  remarkPlugins: v.optional(plugins),
  rehypePlugins: v.optional(plugins),
  parser: v.optional(oneOf('native', 'remark')),
  typographer: v.optional(v.boolean()),
  emoji: v.optional(v.boolean()),
  definitionLists: v.optional(v.boolean()),
  attributes: v.optional(
    v.strictObject({ headings: v.optional(v.boolean()), blocks: v.optional(v.boolean()) }),
  ),
  math: v.optional(
    either(
      isObject,
      v.strictObject({ block: v.optional(delimiters), inline: v.optional(delimiters) }),
      v.boolean(),
    ),
  ),
  wikilinks: v.optional(v.boolean()),
  rawHtml: v.optional(v.boolean()),
  hardWraps: v.optional(v.boolean()),
  headingIds: v.optional(oneOf('github', 'github-ascii', 'blackfriday')),
  highlight: v.optional(
    v.strictObject({
      lineNumbers: v.optional(
        v.pipe(
          v.unknown(),
          v.check(
            (value) => value === false || value === 'inline' || value === 'table',
            'It must be false, "inline" or "table"',
          ),
        ),
      ),
      anchorLineNumbers: v.optional(v.boolean()),
      lineNumberStart: v.optional(whole),
    }),
  ),
  contents: v.optional(
    v.strictObject({
      startLevel: v.optional(level),
      endLevel: v.optional(level),
      ordered: v.optional(v.boolean()),
    }),
  ),
  summaryLength: v.optional(count),
})
