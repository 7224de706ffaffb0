import { SiteError } from '../../src/base/site-error.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import type { LoadOptions } from '../../src/content/load-site.ts'
import { createSitemaps } from '../../src/output/create-sitemap.ts'
import { feedWriter } from '../../src/output/feeds/feed-writer.ts'
import { listFeeds } from '../../src/output/feeds/list-feeds.ts'
import { aliasPage } from '../../src/output/redirects/alias-page.ts'
import { type Plan, planSite } from '../../src/plan.ts'
import type { Dump } from './dump.ts'
import { dumpModel } from './dump-model.ts'
import { targetOfAlias } from './read-aliases.ts'
import { namedIn } from './read-listings.ts'

export type InksealSide = {
  /** Without files where Inkseal refuses to publish the site, and why it does. */
  readonly dump: Dump
  readonly refusal: string | undefined
}

/** What Inkseal would publish: every stage of the build but the writing. */
export async function planByInkseal(root: string, { now, show }: LoadOptions): Promise<InksealSide> {
  try {
    const config = await loadConfig(root)
    // Links that lead nowhere are a matter between the author and the readers, not between the two programs.
    const plan = await planSite({
      config: { ...config, brokenLinks: 'ignore' },
      now,
      show: [...new Set([...config.show, ...show])],
    })
    return { dump: dumpPlan(plan), refusal: undefined }
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    return {
      dump: { files: [], aliases: {}, pages: {}, sites: {}, listings: {} },
      refusal: error.diagnostics.map(({ message, place }) => `${place?.path ?? ''} ${message}`).join('\n'),
    }
  }
}

function dumpPlan(plan: Plan): Dump {
  const aliases = plan.redirects.pages.map(
    (page) => [page.file, targetOfAlias(aliasPage(page)) ?? ''] as const,
  )
  return {
    files: [...plan.claims.map(({ file }) => file), ...aliases.map(([file]) => file)].sort(),
    aliases: Object.fromEntries(aliases),
    ...dumpModel(plan),
    listings: Object.fromEntries(listings(plan)),
  }
}

function* listings({ sites, editions }: Plan): Generator<readonly [string, readonly string[]]> {
  for (const { path, text } of createSitemaps(sites)) yield [path, namedIn(text)]
  for (const edition of editions)
    for (const { path, bytes } of listFeeds(edition.site).map(feedWriter(edition)))
      if (path.endsWith('.xml') && !path.endsWith('atom.xml'))
        yield [path, namedIn(Buffer.from(bytes).toString())]
}
