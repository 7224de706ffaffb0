import type { HugoRule } from './hugo-rule.ts'
import { contentRules } from './rules/content-rules.ts'
import { markupRules } from './rules/markup-rules.ts'
import { outputRules } from './rules/output-rules.ts'
import { siteRules } from './rules/site-rules.ts'
import { urlRules } from './rules/url-rules.ts'

/** What each key of a Hugo config means here. Of two for one value, that which Hugo lets win comes last. */
export const hugoRules: readonly HugoRule[] = [
  ...siteRules,
  ...contentRules,
  ...urlRules,
  ...markupRules,
  ...outputRules,
]
