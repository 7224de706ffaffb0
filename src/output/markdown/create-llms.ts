import { isPublishedAs } from '../../content/formats-of.ts'
import { isPublic } from '../../content/is-public.ts'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import { descriptionOf } from '../create-site-view.ts'
import { absoluteUrl } from '../site-url.ts'
import { markdownUrlOf } from './markdown-url.ts'

/** `llms.txt` (llmstxt.org): the site in a few words and its pages by section, as Markdown where there is such a form. */
export function createLlms(site: Site): string {
  const description = descriptionOf(site)
  const top = site.sections.filter(({ page }) => isTop(page))
  const listed = new Set(top.flatMap(({ pages }) => pages))
  const alone = site.pages.filter(
    (page) => page.kind === 'page' && page.matter.build.list === 'always' && !listed.has(page),
  )
  const parts = [
    `# ${inLine(site.title)}`,
    ...(description ? [`> ${inLine(description)}`] : []),
    ...top.map(({ page, pages }) => part(page.title, pages, site)),
    part('Pages', alone, site),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

const isTop = ({ path }: Page) => path.lastIndexOf('/') === 0

function part(title: string, pages: readonly Page[], site: Site): string {
  const lines = pages
    .filter((page) => isPublic(page, site.config) && isPublishedAs(page, 'html', site.config))
    .map((page) => line(page, site))
  return lines.length === 0 ? '' : `## ${inLine(title)}\n\n${lines.join('\n')}`
}

function line(page: Page, site: Site): string {
  const url = absoluteUrl(site, markdownUrlOf(page, site) ?? page.url)
  const title = inLine(page.title).replaceAll(/[[\]]/g, '\\$&')
  const { description } = page.matter
  return `- [${title}](${url.replaceAll(/[()]/g, encodeURIComponent)})${description ? `: ${inLine(description)}` : ''}`
}

const inLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
