import path from 'node:path'
import { domainToASCII } from 'node:url'
import type { AcmeConfig, Config, DateSources, MenuEntry } from './config.ts'
import { resolveLanguages } from './resolve-languages.ts'
import { resolveMarkdown } from './resolve-markdown.ts'
import { resolveOutputs } from './resolve-outputs.ts'
import { resolvePermalinks } from './resolve-permalinks.ts'
import type { UserConfig, UserMenuEntry } from './user-config.ts'

export type ResolveContext = {
  /** The site's folder, absolute. */
  readonly root: string
  readonly files: readonly string[]
  readonly ignoredKeys?: readonly string[]
}

/** Fills every default in. The result is for the default language; `translations` has those of the others. */
export function resolveConfig(user: UserConfig, context: ResolveContext): Config {
  const languages = resolveLanguages(user)
  const configs = languages.map((language): Config => {
    const { root } = context
    const own = user.languages?.[language.code] ?? {}
    const url = new URL(user.site?.url ?? 'https://localhost:8443')
    const acme = user.acme && resolveAcme(user.acme, { host: url.hostname, root })
    const folder = (name: 'content' | 'static' | 'data' | 'i18n' | 'archetypes') =>
      path.resolve(root, user.folders?.[name] ?? name)
    const urls = { ...user.urls, ...own.urls }
    return {
      root,
      files: context.files,
      contentDir: own.contentDir === undefined ? folder('content') : path.resolve(root, own.contentDir),
      staticDir: folder('static'),
      dataDir: folder('data'),
      i18nDir: folder('i18n'),
      archetypesDir: folder('archetypes'),
      language,
      languages,
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
      taxonomies: own.taxonomies ?? user.taxonomies ?? { tag: 'tags', category: 'categories' },
      urls: {
        permalinks: resolvePermalinks(urls.permalinks ?? {}),
        ugly: urls.ugly ?? false,
        keepCase: urls.keepCase ?? false,
        removeAccents: urls.removeAccents ?? false,
      },
      cascade: user.cascade ?? [],
      dates: resolveDates(user.dates ?? {}),
      disabled: new Set((own.disable ?? user.disable ?? []).map((name) => name.toLowerCase())),
      outputs: resolveOutputs({ ...user.outputs, ...own.outputs }),
      ignore: user.ignore ?? [],
      titles: {
        style: user.titles?.style ?? 'ap',
        capitalizeLists: user.titles?.capitalizeLists ?? true,
        pluralizeLists: user.titles?.pluralizeLists ?? true,
      },
      pagination: {
        size: own.pagination?.size ?? user.pagination?.size ?? 10,
        path: own.pagination?.path ?? user.pagination?.path ?? 'page',
      },
      feeds: {
        size: user.feeds?.size ?? 20,
        names: {
          rss: user.feeds?.names?.rss ?? 'index.xml',
          atom: user.feeds?.names?.atom ?? 'atom.xml',
          json: user.feeds?.names?.json ?? 'feed.json',
        },
        content: user.feeds?.content ?? 'full',
      },
      sitemap: {
        name: user.sitemap?.name ?? 'sitemap.xml',
        changeFrequency: user.sitemap?.changeFrequency,
        priority: user.sitemap?.priority,
      },
      related: resolveRelated(user.related ?? {}),
      markdown: resolveMarkdown(user.markdown ?? {}),
      llms: user.llms ?? false,
      cards: user.cards ?? true,
      aliasPages: urls.aliasPages ?? true,
      show: user.show ?? [],
      brokenLinks: user.brokenLinks ?? 'error',
      hasCjk: user.hasCjk ?? false,
      params: { ...user.params, ...own.params },
      server: {
        host: user.server?.host,
        httpPort: user.server?.httpPort ?? (acme ? 80 : 8080),
        httpsPort: user.server?.httpsPort ?? (acme ? 443 : 8443),
      },
      acme,
      ignoredKeys: context.ignoredKeys ?? [],
    }
  })
  const main = configs.find(({ language }) => language.isDefault) ?? configs[0]
  if (!main) throw new TypeError('a site has one language at least')
  return { ...main, translations: configs.filter((config) => config !== main) }
}

type UserMenus = Pick<UserConfig, 'menu' | 'menus'>

function resolveMenus(user: UserMenus, own: UserMenus): Config['menus'] {
  const menus = {
    ...user.menus,
    ...(user.menu && { main: user.menu }),
    ...own.menus,
    ...(own.menu && { main: own.menu }),
  }
  return Object.fromEntries(Object.entries(menus).map(([name, entries]) => [name, entries.map(menuEntry)]))
}

function menuEntry(entry: UserMenuEntry): MenuEntry {
  const name = entry.name ?? entry.title ?? ''
  return {
    identifier: entry.identifier ?? name,
    name,
    title: entry.name === undefined ? undefined : entry.title,
    url: entry.url,
    pageRef: entry.pageRef,
    parent: entry.parent,
    weight: entry.weight ?? 0,
    pre: entry.pre,
    post: entry.post,
    params: entry.params ?? {},
  }
}

/** Hugo's manual, "Configure front matter". */
const usualDates: DateSources = {
  date: ['date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified'],
  lastmod: [':git', 'lastmod', 'modified', 'date', 'publishdate', 'pubdate', 'published'],
  publishDate: ['publishdate', 'pubdate', 'published', 'date'],
  expiryDate: ['expirydate', 'unpublishdate'],
}

function resolveDates(user: Partial<DateSources>): DateSources {
  const of = (name: keyof DateSources) =>
    (user[name] ?? [':default']).flatMap((source) =>
      source.toLowerCase() === ':default' ? usualDates[name] : [source.toLowerCase()],
    )
  return {
    date: of('date'),
    lastmod: of('lastmod'),
    publishDate: of('publishDate'),
    expiryDate: of('expiryDate'),
  }
}

const resolveRelated = (user: NonNullable<UserConfig['related']>): Config['related'] => ({
  threshold: user.threshold ?? 80,
  includeNewer: user.includeNewer ?? false,
  toLower: user.toLower ?? false,
  indices: (
    user.indices ?? [
      { name: 'keywords', weight: 100 },
      { name: 'date', weight: 10 },
      { name: 'tags', weight: 80 },
    ]
  ).map((index) => ({
    name: index.name,
    weight: index.weight ?? 0,
    type: 'type' in index ? (index.type ?? 'basic') : 'basic',
    pattern: 'pattern' in index ? index.pattern : undefined,
    toLower: ('toLower' in index ? index.toLower : undefined) ?? user.toLower ?? false,
    cardinalityThreshold: ('cardinalityThreshold' in index ? index.cardinalityThreshold : undefined) ?? 0,
  })),
})

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
