import rehypeStringify from 'rehype-stringify'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { type PluggableList, unified } from 'unified'
import { remarkFences } from './code/remark-fences.ts'
import { rehypeCode } from './rehype-code.ts'
import { rehypeHeadings } from './rehype-headings.ts'
import { type LinkOptions, rehypeLinks } from './rehype-links.ts'
import { rehypeRawHtml } from './rehype-raw-html.ts'
import { rehypeTables } from './rehype-tables.ts'
import { rehypeTasks } from './rehype-tasks.ts'
import { builtIn } from './shortcodes/built-in.ts'
import { rehypeShortcodes } from './shortcodes/rehype-shortcodes.ts'
import { remarkShortcodes } from './shortcodes/remark-shortcodes.ts'

export type ProcessorOptions = LinkOptions & {
  readonly remarkPlugins: PluggableList
  readonly rehypePlugins: PluggableList
}

/** The one pipeline: CommonMark and GFM, shortcodes, the author's plugins, headings, code, tables, links. */
export function createProcessor({ remarkPlugins, rehypePlugins, resolve }: ProcessorOptions) {
  return (
    unified()
      .use(remarkParse)
      .use(remarkShortcodes, { shortcodes: builtIn })
      .use(remarkFrontmatter, ['yaml', 'toml'])
      .use(remarkGfm)
      .use(remarkPlugins)
      .use(remarkFences)
      // An author's raw HTML is trusted: it is her site.
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(rehypeRawHtml)
      .use(rehypePlugins)
      .use(rehypeHeadings)
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

export type MarkdownProcessor = ReturnType<typeof createProcessor>
