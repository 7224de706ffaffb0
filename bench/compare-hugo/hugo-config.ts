import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import type { Config } from '../../src/config/config.ts'

type Fields = Record<string, unknown>

const main = /^(hugo|config)\.(toml|ya?ml|json)$/

/** The files that hold the keys of a Hugo site's first level. */
export async function findHugoConfig(root: string): Promise<readonly string[]> {
  const folders = ['', 'config/_default', 'config/production']
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(path.join(root, folder)).catch(() => [])
      return names.filter((name) => main.test(name)).map((name) => path.join(folder, name))
    }),
  )
  return found.flat()
}

/** The folders of content: the usual one and those that a config names. */
export async function findContents(root: string): Promise<readonly string[]> {
  const texts = await readConfigs(root)
  const named = texts.flatMap((text) =>
    [...text.matchAll(/contentDir["']?\s*[:=]\s*["']?([\w./-]+)/gi)].map(([, folder = '']) => folder),
  )
  return [...new Set(['content', ...named])]
}

/** Takes from a Hugo site's config what would keep it from being built with other layouts. Notes what changed. */
export async function adaptHugoConfig(root: string, files: readonly string[]): Promise<readonly string[]> {
  const notes = new Set<string>()
  const namesMainSections = (await readConfigs(root)).some((text) => /\bmainSections\b/i.test(text))
  for (const file of files) {
    const text = await readFile(path.join(root, file), 'utf8')
    const fields = parseFields(file, text)
    for (const key of Object.keys(fields)) {
      if (!unwanted.has(key.toLowerCase())) continue
      notes.add(`Hugo builds without \`${key}\``)
      delete fields[key]
    }
    dropImports(fields, notes)
    fields.refLinksErrorLevel = 'WARNING'
    allowHtmlPages(fields)
    if (!file.includes('production')) allowRawHtml(fields, notes)
    if (!namesMainSections) listAllSections(fields)
    await rm(path.join(root, file))
    const target = path.join(path.dirname(file), 'hugo.json')
    await writeFile(path.join(root, target), JSON.stringify(fields, null, 2))
  }
  return [...notes]
}

const unwanted = new Set(['theme', 'themesdir', 'layoutdir', 'enablegitinfo', 'minify', 'publishdir'])

function parseFields(file: string, text: string): Fields {
  const parsed: unknown = file.endsWith('.toml')
    ? parseToml(text)
    : file.endsWith('.json')
      ? JSON.parse(text)
      : parseYaml(text)
  return isFields(parsed) ? { ...parsed } : {}
}

function dropImports(fields: Fields, notes: Set<string>): void {
  const key = keyOf(fields, 'module')
  const module = key === undefined ? undefined : fields[key]
  if (key === undefined || !isFields(module) || keyOf(module, 'imports') === undefined) return
  notes.add('Hugo builds without imported modules')
  fields[key] = Object.fromEntries(
    Object.entries(module).filter(([name]) => name.toLowerCase() !== 'imports'),
  )
}

/** The text of every config file of a site. */
async function readConfigs(root: string): Promise<readonly string[]> {
  const top = await readdir(root, { withFileTypes: true })
  const below = await readdir(path.join(root, 'config'), { recursive: true, withFileTypes: true }).catch(
    () => [],
  )
  const files = [...top.filter(({ name }) => main.test(name)), ...below].filter((entry) => entry.isFile())
  return Promise.all(files.map(({ parentPath, name }) => readFile(path.join(parentPath, name), 'utf8')))
}

/** Where no main sections are named, Hugo takes the largest one, and our layouts take all. */
function listAllSections(fields: Fields): void {
  const key = keyOf(fields, 'params') ?? 'params'
  fields[key] = { ...(isFields(fields[key]) && fields[key]), comparesAllSections: true }
}

/** Since 0.168 Hugo refuses pages written in HTML unless it is told not to. */
function allowHtmlPages(fields: Fields): void {
  const key = keyOf(fields, 'security') ?? 'security'
  const security = fields[key]
  fields[key] = { ...(isFields(security) && security), allowContent: ['.*'] }
}

/** Inkseal lets raw HTML pass unless its author forbids it; Hugo is asked to do the same. */
function allowRawHtml(fields: Fields, notes: Set<string>): void {
  let at = fields
  for (const name of ['markup', 'goldmark', 'renderer']) {
    const key = keyOf(at, name) ?? name
    const next = at[key]
    const copy = isFields(next) ? { ...next } : {}
    at[key] = copy
    at = copy
  }
  if (keyOf(at, 'unsafe') !== undefined) return
  notes.add('Hugo lets raw HTML pass, as Inkseal does by default (markup.goldmark.renderer.unsafe)')
  at.unsafe = true
}

const keyOf = (fields: Fields, name: string) => Object.keys(fields).find((key) => key.toLowerCase() === name)

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The config that makes Hugo do what an `inkseal.config.ts` asks for, or the defaults of Inkseal. */
export async function writeHugoConfig(root: string, config: Config): Promise<void> {
  const { site } = config
  const fields = {
    baseURL: `${site.url}/`,
    ...(site.title !== undefined && { title: site.title }),
    locale: site.language,
    defaultContentLanguage: site.language.toLowerCase(),
    timeZone: site.timeZone,
    taxonomies: config.taxonomies,
    pagination: { pagerSize: config.pagination.size },
    ...(config.mainSections && { mainSections: config.mainSections }),
    params: { ...config.params, comparesAllSections: config.mainSections === undefined },
    markup: { goldmark: { renderer: { unsafe: true } } },
    security: { allowContent: ['.*'] },
    menus: config.menus,
  }
  await writeFile(path.join(root, 'hugo.json'), JSON.stringify(fields, null, 2))
}
