import { VFileMessage } from 'vfile-message'
import { SiteError } from '../base/site-error.ts'
import type { Page } from '../content/page.ts'
import { explainMessage } from './explain-message.ts'

type Circumstances = { readonly page: Page; readonly hasPlugins: boolean }

/** What was thrown while a page was rendered, as a mistake in the page or in one of the author's plugins. */
export function explainFailure(cause: unknown, { page, hasPlugins }: Circumstances): SiteError {
  if (cause instanceof SiteError) return cause
  if (cause instanceof VFileMessage) return new SiteError([explainMessage(cause, page)], { cause })
  const place = { path: page.source?.path ?? page.id }
  if (cause instanceof RangeError && /call stack/i.test(cause.message)) {
    const message = 'Cannot render the Markdown: something in it is nested too deep'
    const hint = 'Take HTML elements, quotes or lists that stand in each other out'
    return new SiteError({ code: 'markdown/nesting', message, hint, place }, { cause })
  }
  if (hasPlugins) {
    const message = `Cannot render the Markdown: a plugin failed with "${reasonOf(cause)}"`
    return new SiteError({ code: 'markdown/plugin', message, hint: findIt, place }, { cause })
  }
  return new SiteError(
    {
      code: 'markdown/render',
      message: `Cannot render the Markdown: ${reasonOf(cause)}`,
      hint: 'Take parts of the page out to find the one that fails; it may be a mistake in Inkseal',
      place,
    },
    { cause },
  )
}

/** What was thrown while the author's plugins were put together, before any page. */
export function explainAttachment(cause: unknown): SiteError {
  return new SiteError(
    {
      code: 'markdown/plugin',
      message: `Cannot attach the remark and rehype plugins: one failed with "${reasonOf(cause)}"`,
      hint: findIt,
    },
    { cause },
  )
}

const findIt = 'Take the remark and rehype plugins out of the config one by one to find it'

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))
