import { isReadable } from '../content/formats-of.ts'
import { isPublic } from '../content/is-public.ts'
import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'
import { lastChangeOf, latest, pagesOfLists } from './changed-at.ts'
import { feedsOf } from './feeds/list-feeds.ts'
import { absoluteUrl } from './site-url.ts'

/**
 * The sitemaps (sitemaps.org, protocol 0.9) of every page that search engines may list: one where the site has one
 * language, else one for each, with alternates, and an index of them.
 */
export function createSitemaps(sites: readonly Site[]): readonly Sitemap[] {
  const [main, ...others] = sites
  if (!main || main.config.disabled.has('sitemap')) return []
  const [first, ...rest] = sitemapPaths(sites)
  if (first === undefined) return []
  if (others.length === 0) return [{ path: first, text: createSitemap(main) }]
  const entries = sites.map((site, index) => indexElement(site, rest[index] ?? ''))
  return [
    { path: first, text: `${HEAD}<sitemapindex ${NAMESPACE}>\n${entries.join('\n')}\n</sitemapindex>\n` },
    ...sites.map((site, index) => ({ path: rest[index] ?? '', text: createSitemap(site) })),
  ]
}

export type Sitemap = {
  /** Path inside the release. */
  readonly path: string
  readonly text: string
}

/** That of the site, then those of its languages where there are several. */
export function sitemapPaths(sites: readonly Site[]): readonly string[] {
  const [main] = sites
  if (!main || main.config.disabled.has('sitemap')) return []
  const { name } = main.config.sitemap
  if (sites.length === 1) return [name]
  return [name, ...sites.map(({ config }) => `${config.language.code.toLowerCase()}/${name}`)]
}

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

function createSitemap(site: Site): string {
  const changeOf = changesOf(site)
  const urls = site.pages.flatMap((page) => {
    const url = addressOf(page, site)
    return url === undefined ? [] : [urlElement(page, { site, url, changed: changeOf(page) })]
  })
  return `${HEAD}<urlset ${NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`
}

/** Where search engines find a page: as HTML, here or where another program puts it, else as its first feed. */
function addressOf(page: Page, site: Site): string | undefined {
  const { build, sitemap } = page.matter
  if (!isPublic(page, site.config) || sitemap.disable || build.list !== 'always') return undefined
  return isReadable(page, site.config) ? page.url : feedsOf(page, site)[0]?.url
}

function changesOf(site: Site) {
  const lists = pagesOfLists(site)
  return (page: Page) => lastChangeOf(page, lists)
}

type UrlContext = {
  readonly site: Site
  /** URL path. */
  readonly url: string
  readonly changed: Date | undefined
}

function urlElement(page: Page, { site, url, changed }: UrlContext): string {
  const { sitemap } = site.config
  const frequency = page.matter.sitemap.changeFrequency ?? sitemap.changeFrequency
  const priority = page.matter.sitemap.priority ?? sitemap.priority
  return [
    '  <url>',
    element('loc', absoluteUrl(site, url)),
    element('lastmod', changed?.toISOString()),
    element('changefreq', frequency),
    element('priority', priority === undefined ? undefined : String(priority)),
    ...alternatesOf(page, site).map(
      ({ language, url }) =>
        `<xhtml:link rel="alternate" hreflang="${escapeXml(language)}" href="${escapeXml(url)}"/>`,
    ),
    '</url>',
  ].join('')
}

export type Alternate = {
  /** BCP 47. */
  readonly language: string
  /** Absolute. */
  readonly url: string
}

/** A page in all its languages, itself included; none where it has but one. */
export function alternatesOf(page: Page, site: Site): readonly Alternate[] {
  const others = (site.translations.get(page.id) ?? []).filter((other) => isPublic(other, site.config))
  if (others.length === 0) return []
  const { languages } = site.config
  return languages.flatMap(({ code, locale }) => {
    const translation = [page, ...others].find(({ language }) => language === code)
    return translation ? [{ language: locale, url: absoluteUrl(site, translation.url) }] : []
  })
}

function indexElement(site: Site, path: string): string {
  const changed = latest(
    site.pages.filter((page) => addressOf(page, site) !== undefined).map(changesOf(site)),
  )
  const loc = element('loc', absoluteUrl(site, `/${path}`))
  return `  <sitemap>${loc}${element('lastmod', changed?.toISOString())}</sitemap>`
}

const element = (name: string, text: string | undefined) =>
  text === undefined ? '' : `<${name}>${escapeXml(text)}</${name}>`

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;')
