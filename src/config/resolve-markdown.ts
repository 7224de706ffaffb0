import { defaultMarkdown, type MarkdownConfig, type MathDelimiters } from './markdown-config.ts'
import type { UserMarkdown } from './user-markdown.ts'

/** Fills in how Markdown is read. */
export function resolveMarkdown(user: UserMarkdown): MarkdownConfig {
  const { math, attributes, highlight, contents, ...rest } = user
  return {
    ...defaultMarkdown,
    ...rest,
    attributes: { ...defaultMarkdown.attributes, ...attributes },
    highlight: { ...defaultMarkdown.highlight, ...highlight },
    contents: { ...defaultMarkdown.contents, ...contents },
    math: mathOf(math),
  }
}

/** Those of Hugo's manual. A lone `$` is a shell's variable, or money, more often than mathematics. */
const usualMath: MathDelimiters = {
  block: [
    ['$$', '$$'],
    ['\\[', '\\]'],
  ],
  inline: [['\\(', '\\)']],
}

function mathOf(math: UserMarkdown['math']): MathDelimiters | undefined {
  if (math === undefined || math === false) return undefined
  if (math === true) return usualMath
  return { block: math.block ?? usualMath.block, inline: math.inline ?? usualMath.inline }
}
