import type { FrontMatter } from '../matter/front-matter.ts'
import { usualBuild } from '../matter/read-build.ts'
import type { PageRecord } from '../page.ts'
import { fromPlain } from './plain-value.ts'
import type { WrittenMatter, WrittenPage } from './write-page.ts'

/** What `writePage` has written, as it was before. Every record has the same fields in the same order. */
export const readPage = ({ matter, ...page }: WrittenPage): PageRecord => ({
  id: page.id,
  kind: page.kind,
  language: page.language,
  path: page.path,
  bundle: page.bundle,
  type: page.type,
  format: page.format,
  url: page.url,
  title: page.title,
  titleLine: page.titleLine,
  section: page.section,
  matter: readMatter(matter),
  bodyLine: page.bodyLine,
  sketch: page.sketch,
  text: page.text,
})

function readMatter(matter: WrittenMatter): FrontMatter {
  const { params, cascade, menus, resources } = matter.open ? (fromPlain(matter.open) as Open) : nothing
  return {
    title: matter.title,
    linkTitle: matter.linkTitle,
    description: matter.description,
    summary: matter.summary,
    date: dateOf(matter.date),
    dateOffset: matter.dateOffset,
    lastmod: dateOf(matter.lastmod),
    publishDate: dateOf(matter.publishDate),
    expiryDate: dateOf(matter.expiryDate),
    draft: matter.draft ?? false,
    weight: matter.weight ?? 0,
    slug: matter.slug,
    url: matter.url,
    layout: matter.layout,
    type: matter.type,
    keywords: matter.keywords ?? none,
    menus,
    resources,
    outputs: matter.outputs ?? none,
    sitemap: matter.sitemap
      ? {
          changeFrequency: matter.sitemap.changeFrequency,
          priority: matter.sitemap.priority,
          disable: matter.sitemap.disable,
        }
      : usualSitemap,
    translationKey: matter.translationKey,
    isCjk: matter.isCjk,
    build: matter.build ?? usualBuild,
    cascade,
    aliases: matter.aliases ?? none,
    terms: matter.terms ?? {},
    markup: matter.markup,
    params,
  }
}

/** Written by `writePage`, which the key of everything that is kept tells from that of another version. */
type Open = Pick<FrontMatter, 'params' | 'cascade' | 'menus' | 'resources'>

const none: readonly never[] = []

const nothing: Open = { params: {}, cascade: none, menus: {}, resources: none }

const usualSitemap = { changeFrequency: undefined, priority: undefined, disable: false }

const dateOf = (moment: number | undefined) => (moment === undefined ? undefined : new Date(moment))
