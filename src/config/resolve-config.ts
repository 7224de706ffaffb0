import path from 'node:path'
import { domainToASCII } from 'node:url'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { AcmeConfig, Config, DateSources } from './config.ts'
import { mergeRecords } from './merge-records.ts'
import { resolveLanguages } from './resolve-languages.ts'
import { resolveMarkdown } from './resolve-markdown.ts'
import { resolveMenus } from './resolve-menus.ts'
import { resolveOutputs } from './resolve-outputs.ts'
import { resolvePermalinks } from './resolve-permalinks.ts'
import { resolveRelated } from './resolve-related.ts'
import type { UserConfig, UserStatic } from './user-config.ts'

export type ResolveContext = {
  /** The site's folder, absolute. */
  readonly root: string
  readonly files: readonly string[]
  readonly warnings?: readonly Diagnostic[]
}

/** Fills every default in. The result is for the default language; `translations` has those of the others. */
export function resolveConfig(user: UserConfig, context: ResolveContext): Config {
  const languages = resolveLanguages(user)
  const configs = languages.map((language): Config => {
    const { root } = context
    const own = user.languages?.[language.code] ?? {}
    const url = new URL(user.site?.url ?? 'https://localhost:8443')
    const acme = user.acme && resolveAcme(user.acme, { host: url.hostname, root })
    const folder = (name: 'content' | 'data' | 'i18n' | 'archetypes') =>
      path.resolve(root, user.folders?.[name] ?? name)
    const urls = { ...user.urls, ...own.urls }
    const titles = { ...user.titles, ...own.titles }
    const feeds = { ...user.feeds, ...own.feeds }
    const sitemap = { ...user.sitemap, ...own.sitemap }
    return {
      root,
      files: context.files,
      contentDir: own.contentDir === undefined ? folder('content') : path.resolve(root, own.contentDir),
      statics: resolveStatics(user.folders?.static ?? 'static', root),
      dataDir: folder('data'),
      i18nDir: folder('i18n'),
      archetypesDir: folder('archetypes'),
      language,
      languages,
      disabledLanguages: Object.entries(user.languages ?? {}).flatMap(([code, { disabled }]) =>
        disabled ? [code] : [],
      ),
      translations: [],
      site: {
        url: url.origin,
        title: own.title ?? user.site?.title,
        description: own.description ?? user.site?.description ?? '',
        language: language.locale,
        timeZone: own.timeZone ?? user.site?.timeZone ?? 'UTC',
        author: own.author ?? user.site?.author,
        copyright: own.copyright ?? user.site?.copyright,
      },
      theme: user.theme ?? 'folio',
      menus: resolveMenus(user, own),
      sectionPagesMenu: own.sectionPagesMenu ?? user.sectionPagesMenu,
      mainSections: own.mainSections ?? user.mainSections,
      taxonomies: own.taxonomies ?? user.taxonomies ?? { tag: 'tags', category: 'categories' },
      urls: {
        permalinks: resolvePermalinks(urls.permalinks ?? {}),
        rules: (urls.rules ?? []).map(({ pattern, kind, path }) => ({ pattern, kind, path })),
        ugly: urls.ugly ?? false,
        keepCase: urls.keepCase ?? false,
        removeAccents: urls.removeAccents ?? false,
        languageRedirect: urls.languageRedirect ?? true,
      },
      cascade: own.cascade ?? user.cascade ?? [],
      dates: resolveDates({ ...user.dates, ...own.dates }),
      disabled: new Set((own.disable ?? user.disable ?? []).map((name) => name.toLowerCase())),
      outputs: resolveOutputs({ ...user.outputs, ...own.outputs }),
      ignore: (user.ignore ?? []).filter((pattern) => typeof pattern === 'string'),
      ignorePatterns: (user.ignore ?? []).filter((pattern) => typeof pattern !== 'string'),
      titles: {
        style: titles.style ?? 'ap',
        capitalizeLists: titles.capitalizeLists ?? true,
        pluralizeLists: titles.pluralizeLists ?? true,
      },
      pagination: {
        size: own.pagination?.size ?? user.pagination?.size ?? 10,
        path: own.pagination?.path ?? user.pagination?.path ?? 'page',
      },
      feeds: {
        size: feeds.size ?? 20,
        names: { rss: 'index.xml', atom: 'atom.xml', json: 'feed.json', ...feeds.names },
        content: feeds.content ?? 'full',
      },
      sitemap: {
        name: sitemap.name ?? 'sitemap.xml',
        changeFrequency: sitemap.changeFrequency,
        priority: sitemap.priority,
      },
      related: resolveRelated({ ...user.related, ...own.related }),
      markdown: resolveMarkdown({ ...user.markdown, ...own.markdown }),
      llms: user.llms ?? false,
      cards: cardsOf(user.cards ?? 10),
      aliasPages: urls.aliasPages ?? true,
      show: user.show ?? [],
      brokenLinks: user.brokenLinks ?? 'error',
      missingLayouts: user.missingLayouts ?? 'error',
      hasCjk: own.hasCjk ?? user.hasCjk ?? false,
      params: mergeRecords(user.params ?? {}, own.params ?? {}),
      server: {
        host: user.server?.host,
        httpPort: user.server?.httpPort ?? (acme ? 80 : 8080),
        httpsPort: user.server?.httpsPort ?? (acme ? 443 : 8443),
      },
      acme,
      warnings: context.warnings ?? [],
    }
  })
  const main = configs.find(({ language }) => language.isDefault) ?? configs[0]
  if (!main) throw new TypeError('a site has one language at least')
  return { ...main, translations: configs.filter((config) => config !== main) }
}

const resolveStatics = (folders: string | readonly UserStatic[], root: string): Config['statics'] =>
  (typeof folders === 'string' ? [folders] : folders).map((folder) =>
    typeof folder === 'string'
      ? { dir: path.resolve(root, folder), at: '' }
      : { dir: path.resolve(root, folder.from), at: folder.to.replace(/^\/+|\/+$/g, '') },
  )

/** Hugo's manual, "Configure front matter". Git is asked only by who wants it, as with Hugo's `enableGitInfo`. */
const usualDates: DateSources = {
  date: ['date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified'],
  lastmod: ['lastmod', 'modified', 'date', 'publishdate', 'pubdate', 'published'],
  publishDate: ['publishdate', 'pubdate', 'published', 'date'],
  expiryDate: ['expirydate', 'unpublishdate'],
}

/** Who names a key means those that Hugo takes for the same as well. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  lastmod: ['modified'],
  publishdate: ['pubdate', 'published'],
  expirydate: ['unpublishdate'],
}

function resolveDates(user: Partial<DateSources>): DateSources {
  const of = (name: keyof DateSources) => [
    ...new Set(
      (user[name] ?? [':default']).flatMap((source) => {
        const key = source.toLowerCase()
        return key === ':default' ? usualDates[name] : [key, ...(otherNames[key] ?? [])]
      }),
    ),
  ]
  return {
    date: of('date'),
    lastmod: of('lastmod'),
    publishDate: of('publishDate'),
    expiryDate: of('expiryDate'),
  }
}

type UserAcme = NonNullable<UserConfig['acme']>

function resolveAcme(acme: UserAcme, { host, root }: { host: string; root: string }): AcmeConfig {
  return {
    agreeTos: acme.agreeTos,
    directory: acme.directory ?? 'production',
    names: acme.names?.map((name) => domainToASCII(name) || name) ?? [host],
    email: acme.email,
    profile: acme.profile,
    trustedRoot: acme.trustedRoot && path.resolve(root, acme.trustedRoot),
  }
}

const cardsOf = (cards: boolean | number): number =>
  typeof cards === 'number' ? cards : cards ? Number.POSITIVE_INFINITY : 0
