import type { FrontMatter } from '../matter/front-matter.ts'
import { usualBuild } from '../matter/read-build.ts'
import type { PageRecord } from '../page.ts'
import { type Plain, toPlain } from './plain-value.ts'

/** What a page's file says as JSON keeps it: what is as usual is left out. `readPage` gives it back as it was. */
export type WrittenPage = Omit<PageRecord, 'matter'> & { readonly matter: WrittenMatter }

type Dated = 'date' | 'lastmod' | 'publishDate' | 'expiryDate'

type Open = Pick<FrontMatter, 'params' | 'cascade' | 'menus' | 'resources'>

export type WrittenMatter = {
  readonly [Name in Exclude<keyof FrontMatter, Dated | keyof Open>]?: FrontMatter[Name] | undefined
} & {
  /** Milliseconds since 1970. */
  readonly [Name in Dated]?: number | undefined
} & {
  /** What may hold any value; undefined where there is none of it. */
  readonly open?: Plain | undefined
}

export const writePage = (record: PageRecord): WrittenPage => ({
  ...record,
  matter: writeMatter(record.matter),
})

function writeMatter(matter: FrontMatter): WrittenMatter {
  const { date, lastmod, publishDate, expiryDate, params, cascade, menus, resources, ...others } = matter
  const { build, sitemap } = others
  const isOpen = ![params, cascade, menus, resources].every(isEmpty)
  return {
    ...others,
    date: date?.getTime(),
    lastmod: lastmod?.getTime(),
    publishDate: publishDate?.getTime(),
    expiryDate: expiryDate?.getTime(),
    draft: matter.draft || undefined,
    weight: matter.weight || undefined,
    aliases: unlessEmpty(matter.aliases),
    keywords: unlessEmpty(matter.keywords),
    outputs: unlessEmpty(matter.outputs),
    sitemap: isUsualSitemap(sitemap) ? undefined : sitemap,
    build: isUsual(build) ? undefined : build,
    open: isOpen ? toPlain({ params, cascade, menus, resources } satisfies Open) : undefined,
  }
}

const isUsualSitemap = ({ changeFrequency, priority, disable }: FrontMatter['sitemap']) =>
  changeFrequency === undefined && priority === undefined && !disable

const isEmpty = (value: object) => Object.keys(value).length === 0

const unlessEmpty = <Item>(list: readonly Item[]) => (list.length === 0 ? undefined : list)

const isUsual = ({ list, render, publishResources }: FrontMatter['build']) =>
  list === usualBuild.list && render === usualBuild.render && publishResources === usualBuild.publishResources
