import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { MarkdownConfig } from '../config/markdown-config.ts'
import { remarkFences } from './code/remark-fences.ts'
import { remarkFormulas } from './math/remark-formulas.ts'
import { remarkNative } from './parsers/remark-native.ts'
import { rehypeCode } from './rehype-code.ts'
import { rehypeDiagrams } from './rehype-diagrams.ts'
import { rehypeHeadings } from './rehype-headings.ts'
import { type LinkOptions, rehypeLinks } from './rehype-links.ts'
import { rehypeMath } from './rehype-math.ts'
import { rehypeRawHtml } from './rehype-raw-html.ts'
import { rehypeTables } from './rehype-tables.ts'
import { rehypeTasks } from './rehype-tasks.ts'
import { rehypeShortcodes } from './shortcodes/rehype-shortcodes.ts'
import { remarkShortcodes, type ShortcodeOptions } from './shortcodes/remark-shortcodes.ts'
import { remarkAlerts } from './syntax/remark-alerts.ts'
import { remarkBlockAttributes } from './syntax/remark-block-attributes.ts'
import { remarkDefinitionLists } from './syntax/remark-definition-lists.ts'
import { remarkEmoji } from './syntax/remark-emoji.ts'
import { remarkHardWraps } from './syntax/remark-hard-wraps.ts'
import { remarkHeadingAttributes } from './syntax/remark-heading-attributes.ts'
import { remarkTypographer } from './syntax/remark-typographer.ts'
import { remarkWikilinks, type WikilinkOptions } from './syntax/remark-wikilinks.ts'
import { remarkWithoutHtml } from './syntax/remark-without-html.ts'

export type ProcessorOptions = LinkOptions &
  WikilinkOptions & { readonly markdown: MarkdownConfig; readonly shortcodes: ShortcodeOptions }

/**
 * The one pipeline. First what reads the text, from the inside out: the parser, then each plugin that wraps it; then
 * the author's plugins and what works on trees.
 */
export function createProcessor({ markdown, shortcodes, resolve, resolveName }: ProcessorOptions) {
  const { parser, definitionLists, math } = markdown
  return (
    unified()
      .use(remarkNative, { parser, definitionLists })
      .use(math ? [[remarkFormulas, { delimiters: math }]] : [])
      .use(markdown.attributes.blocks ? [remarkBlockAttributes] : [])
      .use(markdown.attributes.headings ? [remarkHeadingAttributes] : [])
      .use(markdown.wikilinks ? [[remarkWikilinks, { resolveName }]] : [])
      .use(markdown.emoji ? [remarkEmoji] : [])
      .use(markdown.typographer ? [remarkTypographer] : [])
      .use(definitionLists ? [remarkDefinitionLists] : [])
      .use(remarkShortcodes, shortcodes)
      .use(markdown.rawHtml ? [] : [remarkWithoutHtml])
      .use(remarkAlerts)
      .use(markdown.hardWraps ? [remarkHardWraps] : [])
      .use(markdown.remarkPlugins)
      .use(remarkFences, { highlight: markdown.highlight })
      // An author's raw HTML is trusted: it is her site.
      .use(remarkRehype, { allowDangerousHtml: true, ...footnotes })
      .use(rehypeRawHtml)
      .use(markdown.rehypePlugins)
      .use(rehypeHeadings, { ids: markdown.headingIds })
      .use(math ? [rehypeMath] : [])
      .use(rehypeDiagrams)
      .use(rehypeCode)
      .use(rehypeTables)
      .use(rehypeTasks)
      .use(rehypeLinks, { resolve })
      // Behind everything: what a shortcode gives is left alone.
      .use(rehypeShortcodes)
      .use(rehypeStringify, { allowDangerousHtml: true })
      .freeze()
  )
}

/** The notes are no section of the text: what is said before them to those who hear them is no heading. */
const footnotes = {
  footnoteLabelTagName: 'p',
  // With the sign that keeps it from being shown as a picture.
  footnoteBackContent: '\u21a9\ufe0e',
}

export type MarkdownProcessor = ReturnType<typeof createProcessor>
