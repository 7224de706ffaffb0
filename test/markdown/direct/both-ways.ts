import { resolveConfig } from '../../../src/config/resolve-config.ts'
import type { UserConfig } from '../../../src/config/user-config.ts'
import type { Page } from '../../../src/content/page.ts'
import { createProcessor } from '../../../src/markdown/create-processor.ts'
import { createDirectWriter } from '../../../src/markdown/direct/create-direct-writer.ts'
import type { LinkOptions } from '../../../src/markdown/rehype-links.ts'
import { type RenderOutcome, renderPage } from '../../../src/markdown/render-page.ts'
import { builtIn } from '../../../src/markdown/shortcodes/built-in.ts'
import { pageOf } from '../../content/page-of.ts'

export type BothWays = {
  readonly direct: RenderOutcome | string
  /** What the pipeline alone gives, or what it throws. */
  readonly long: RenderOutcome | string
  /** What kept the document from being written directly. */
  readonly left: string | undefined
}

/** Makes the function that renders a text with and without the direct way. */
export function createBothWays(user: UserConfig = {}): (body: string) => Promise<BothWays> {
  const config = resolveConfig(user, { root: '/site', files: [] })
  const { markdown } = config
  const blank = pageOf('posts/a.md', '---\ntitle: T\ndate: 2026-01-01\n---\n', config)
  const resolve: LinkOptions['resolve'] = (path) => (path.endsWith('.md') ? '/there/' : undefined)
  const processor = createProcessor({
    markdown,
    shortcodes: { shortcodes: builtIn },
    resolveName: () => undefined,
    resolve,
  })
  return async (body) => {
    const page: Page = {
      ...blank,
      body,
      bodyLine: 5,
      titleLine: body.startsWith('# ') ? 5 : undefined,
      source: {
        path: 'content/posts/a.md',
        text: `----\n----\n----\n----\n${body}`,
        body,
        digest: '',
      },
    }
    let left: string | undefined
    const onLeft = (what: string) => {
      left = what
    }
    const write = createDirectWriter({ markdown, resolve, onLeft })
    return {
      direct: await attempt(renderPage(page, { processor, config, write })),
      long: await attempt(renderPage(page, { processor, config })),
      left: write ? left : 'plugins',
    }
  }
}

const attempt = (outcome: Promise<RenderOutcome>) => outcome.catch((error: unknown) => String(error))
