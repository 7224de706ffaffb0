import { digestOf } from '../base/digest-of.ts'
import { onceAsked } from '../base/once.ts'
import type { Page } from '../content/page.ts'
import { fileOfUrl } from '../content/url/file-of-url.ts'
import { robotsOf } from './claim-files.ts'
import { createArtifact } from './create-artifact.ts'
import { createSitemaps, sitemapPaths } from './create-sitemap.ts'
import type { Edition } from './edition.ts'
import { feedWriter } from './feeds/feed-writer.ts'
import { type FeedPlan, listFeeds } from './feeds/list-feeds.ts'
import { type FileTask, plainTask } from './file-task.ts'
import { createKeys, type EditionKeys, type KeysInput } from './keys/edition-keys.ts'
import { createLlms } from './markdown/create-llms.ts'
import { createMarkdown } from './markdown/create-markdown.ts'
import { markdownUrlOf } from './markdown/markdown-url.ts'
import { absoluteUrl } from './site-url.ts'

export type GeneratedInput = Omit<KeysInput, 'edition' | 'sites'> & { readonly editions: readonly Edition[] }

/** What is made beside the documents: feeds, pages as Markdown, `llms.txt`, the sitemaps, `robots.txt`. */
export function listGenerated({ editions, ...rest }: GeneratedInput): readonly FileTask[] {
  const sites = editions.map(({ site }) => site)
  const parts = editions.map((edition) => ({ edition, keys: createKeys({ edition, sites, ...rest }) }))
  return [...parts.flatMap(listOfEdition), ...listSitemaps(parts), ...listRobots(sites)]
}

type Part = { readonly edition: Edition; readonly keys: EditionKeys }

function listOfEdition({ edition, keys }: Part): readonly FileTask[] {
  const { site } = edition
  const { llms, language } = site.config
  const writer = onceAsked(() => feedWriter(edition))
  const feeds = listFeeds(site).map((plan) =>
    plainTask({
      path: plan.url.slice(1),
      key: () => feedKey(plan, keys),
      make: () => writer()(plan),
    }),
  )
  const versions = site.pages.flatMap((page) => {
    const url = markdownUrlOf(page, site)
    return url === undefined ? [] : [markdownTask(url.slice(1), page, { edition, keys })]
  })
  const path = fileOfUrl(`${language.prefix}/llms.txt`)
  const list = plainTask({
    path,
    key: () => digestOf(JSON.stringify([path, keys.site(), keys.entries()])),
    make: () => createArtifact(path, createLlms(site)),
  })
  return [...feeds, ...versions, ...(llms ? [list] : [])]
}

/** A feed says what its list is, and shows each entry with its date, whole. */
function feedKey({ url, format, page, entries }: FeedPlan, keys: EditionKeys): string {
  const { title, digest, matter } = page
  const { description, outputs } = matter
  // A list has the date of its newest page, which its feed does not say.
  const own = page.kind === 'page' ? digest : [title, page.url, description, outputs]
  const shown = entries.map((entry) => [entry.date, keys.entry(entry.page)])
  return digestOf(JSON.stringify([url, format, keys.site(), own, shown]))
}

const markdownTask = (path: string, page: Page, { edition, keys }: Part): FileTask =>
  plainTask({
    path,
    key: () => digestOf(JSON.stringify([path, keys.site(), keys.entry(page)])),
    make: async () => createArtifact(path, await createMarkdown(page, edition)),
  })

/** Each tells of all pages of its language, and of their translations; that of the site, of the newest of each. */
function listSitemaps(parts: readonly Part[]): readonly FileTask[] {
  const sites = parts.map(({ edition }) => edition.site)
  const key = onceAsked(() => digestOf(parts.flatMap(({ keys }) => [keys.site(), keys.entries()]).join('\n')))
  const made = onceAsked(() => new Map(createSitemaps(sites).map(({ path, text }) => [path, text])))
  return sitemapPaths(sites).map((path) =>
    plainTask({
      path,
      key: () => digestOf(JSON.stringify([path, key()])),
      make: () => createArtifact(path, made().get(path) ?? ''),
    }),
  )
}

function listRobots(sites: readonly Edition['site'][]): readonly FileTask[] {
  const [main] = sites
  if (!main || !robotsOf(sites)) return []
  const [sitemap] = sitemapPaths(sites)
  const line = sitemap ? `\nSitemap: ${absoluteUrl(main, `/${sitemap}`)}\n` : ''
  const text = `User-agent: *\nAllow: /\n${line}`
  const path = 'robots.txt'
  return [
    plainTask({
      path,
      key: () => digestOf(JSON.stringify([path, text])),
      make: () => createArtifact(path, text),
    }),
  ]
}
