import path from 'node:path'
import type { Place } from '../../base/diagnostic.ts'
import type { Config } from '../../config/config.ts'
import type { LoadedSite } from '../../content/load-site.ts'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import { explainPage } from './explain-page.ts'

/** What became of one file of the author's. */
export type FileStory = {
  readonly isPublished: boolean
  /** What goes behind the file's name: `is not on the site: it is a draft`. */
  readonly sentence: string
  readonly place: Place | undefined
  /** More to know, each a name and a value. */
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly advice: string | undefined
}

export type FileQuestion = {
  /** Relative to the site's folder, with `/`. */
  readonly name: string
  readonly config: Config
  /** With every page in it, whatever its state. */
  readonly loaded: LoadedSite
}

/** Says whether and where a file of the site is published, and if not, why. */
export function explainFile(question: FileQuestion): FileStory {
  const { name, config, loaded } = question
  for (const site of loaded.sites) {
    const page = site.pages.find(({ source }) => source?.path === name)
    if (page) return storyOfPage(page, site)
  }
  const file = path.resolve(config.root, name)
  // Languages share the files of their bundles, and one of them publishes them.
  const found = loaded.sites
    .flatMap((site) =>
      site.resources.filter((each) => each.file === file).map((resource) => ({ resource, site })),
    )
    .sort((a, b) => Number(b.resource.published) - Number(a.resource.published))[0]
  if (found) return storyOfResource(found.resource, found.site)
  return storyOfRest(question)
}

function storyOfPage(page: Page, site: Site): FileStory {
  const { isPublished, reason, advice, place } = explainPage(page)
  const address = site.config.site.url + page.url
  const facts: (readonly [string, string])[] = [
    ['title', page.title],
    ['kind', page.kind === 'page' ? `page of type ${page.type}` : `the list of a ${page.kind}`],
  ]
  if (site.config.languages.length > 1) facts.push(['language', site.config.language.name])
  if (page.matter.date) facts.push(['date', page.matter.date.toISOString()])
  if (!isPublished) {
    return {
      isPublished,
      sentence: `is not on the site: ${reason}`,
      place,
      facts: [...facts, ['address', `${address} (once it is published)`]],
      advice,
    }
  }
  const lists = listsWith(page, site)
  if (page.kind === 'page') facts.push(['lists', lists.length > 0 ? lists.join(', ') : 'none'])
  if (page.matter.aliases.length > 0) facts.push(['aliases', page.matter.aliases.join(', ')])
  facts.push(['address', `${whyAddress(page, site)}`])
  return { isPublished, sentence: `is on the site: ${address}`, place, facts, advice: unlisted(page) }
}

function listsWith(page: Page, site: Site): readonly string[] {
  const lists = [
    ...(site.posts.includes(page) ? [site.home] : []),
    ...site.sections.filter(({ pages }) => pages.includes(page)).map((section) => section.page),
    ...site.taxonomies.flatMap(({ terms }) =>
      terms.filter(({ pages }) => pages.includes(page)).map((term) => term.page),
    ),
  ]
  return lists.map(({ url }) => url)
}

const unlisted = ({ matter: { build } }: Page): string | undefined =>
  build.list === 'always'
    ? undefined
    : `Its build options say \`list: ${build.list}\`, which keeps it out of lists`

/** What gave the page its address, the strongest first (Hugo's manual, "URL management"). */
function whyAddress({ matter, kind, section, language }: Page, site: Site): string {
  if (matter.url !== undefined) return '`url` in its front matter'
  const { permalinks } = site.config.urls
  const pattern = permalinks[kind][section]
  if (pattern !== undefined) return `the pattern ${pattern} in the config`
  if (matter.slug !== undefined && kind === 'page') return 'its folders, and `slug` in its front matter'
  return site.config.languages.length > 1 && !site.config.language.isDefault
    ? `where the file lies, below /${language}/`
    : 'where the file lies'
}

function storyOfResource(resource: Site['resources'][number], site: Site): FileStory {
  const owner = site.bySource.get(resource.owner ?? '')
  const facts: (readonly [string, string])[] = owner ? [['belongs to', owner.source?.path ?? owner.url]] : []
  const story = owner && explainPage(owner)
  if (story && !story.isPublished) {
    return {
      isPublished: false,
      sentence: `is not on the site: its page is not, since ${story.reason}`,
      place: story.place,
      facts,
      advice: story.advice,
    }
  }
  if (!resource.published) {
    return {
      isPublished: false,
      sentence: 'is not on the site: its page says `publishResources: false`',
      place: undefined,
      facts,
      advice: undefined,
    }
  }
  return {
    isPublished: true,
    sentence: `is on the site: ${site.config.site.url}${resource.url}`,
    place: undefined,
    facts,
    advice: undefined,
  }
}

/** Files that no page is made of. */
function storyOfRest({ name, config, loaded }: FileQuestion): FileStory {
  const file = path.resolve(config.root, name)
  const within = (folder: string) => file.startsWith(folder + path.sep)
  const none = (sentence: string, advice?: string): FileStory => ({
    isPublished: false,
    sentence,
    place: undefined,
    facts: [],
    advice,
  })
  const folder = config.statics.find(({ dir }) => within(dir))
  if (folder) {
    const url = path.posix.join(folder.at, path.relative(folder.dir, file).replaceAll(path.sep, '/'))
    return { ...none(`is on the site as it is: ${config.site.url}/${url}`), isPublished: true }
  }
  if (loaded.errors.some(({ place }) => place?.path === name)) {
    return none('is not on the site: there is a mistake in it, which is told beside this', 'Mend it there')
  }
  if (loaded.unmounted.includes(name)) {
    return none(
      'is not on the site: its name names a language that the config does not have, or has disabled',
      'Add the language to `languages` in the config, or rename the file',
    )
  }
  if (config.files.includes(file)) return none('is the config, which is never published')
  if (within(config.dataDir))
    return none('is data for layouts and shortcodes, which is never published itself')
  if (within(config.i18nDir)) return none('is a table of strings, which is never published itself')
  if (within(config.archetypesDir))
    return none('is a pattern for `inkseal new`, which is never published itself')
  const contents = [config, ...config.translations].map(({ contentDir }) => contentDir)
  if (!contents.some(within)) {
    return none(
      'is not part of the content',
      'Pages lie in content/, files to publish as they are in static/',
    )
  }
  if (name.split('/').some((part) => /^\.|^#.*#$|~$/.test(part))) {
    return none(
      'is not on the site: names that begin with a dot, and those that editors leave, are passed over',
      'Rename it',
    )
  }
  const bundle = loaded.bundled.includes(name) && bundleAround(name, loaded)
  if (bundle) {
    return none(
      `is not on the site: ${bundle} makes one page of its folder, and this is a part of it`,
      'Move it out of that folder, or make that file an _index.md',
    )
  }
  return none(
    'is not on the site: the config’s `ignore` passes it over',
    'Look through `ignore` in the config',
  )
}

/** The page whose folder holds the file, the nearest first. */
function bundleAround(name: string, { sites, leftOut }: LoadedSite): string | undefined {
  const leaves = [...sites.flatMap(({ pages }) => pages), ...leftOut]
    .flatMap(({ bundle, source }) => (bundle === 'leaf' && source ? [source.path] : []))
    .filter((leaf) => name.startsWith(`${path.posix.dirname(leaf)}/`))
  return leaves.sort((a, b) => b.length - a.length)[0]
}
