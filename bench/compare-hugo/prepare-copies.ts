import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { loadConfig } from '../../src/config/load-config.ts'
import { adaptHugoConfig, findContents, findHugoConfig, writeHugoConfig } from './hugo-config.ts'
import { findOwnShortcodes, stubForHugo, stubForInkseal } from './stub-shortcodes.ts'

export type Copies = {
  readonly hugo: string
  readonly inkseal: string
  /** What differs from the site itself, and why. */
  readonly notes: readonly string[]
}

const layouts = path.join(import.meta.dirname, 'layouts')

/** What a site's folder holds that is made from the rest of it, or that is neither's. */
const skipped = /^(\.git|\.inkseal|node_modules|public|releases|resources|\.hugo_build\.lock)$/

/** Copies a site for each of the two, so that both build it with layouts that the other could have. */
export async function prepareCopies(site: string, folder: string): Promise<Copies> {
  const [hugo, inkseal] = [path.join(folder, 'hugo'), path.join(folder, 'inkseal')]
  const top = (await readdir(site)).filter((name) => !skipped.test(name))
  for (const target of [hugo, inkseal]) {
    await mkdir(target, { recursive: true })
    for (const name of top) await cp(path.join(site, name), path.join(target, name), { recursive: true })
  }
  const shortcodes = await findOwnShortcodes(site, await findContents(site))
  const isHugoSite = (await findHugoConfig(site)).length > 0

  for (const name of ['layouts', 'themes']) await rm(path.join(hugo, name), { recursive: true, force: true })
  const notes = await configureHugo(hugo, inkseal)
  await cp(layouts, path.join(hugo, 'layouts'), { recursive: true })
  await stubForHugo(hugo, shortcodes)

  // Go templates and the themes made of them are of no use to Inkseal; its own themes are.
  const foreign = isHugoSite ? ['layouts', 'themes'] : ['layouts/shortcodes', 'layouts/_shortcodes']
  for (const name of foreign) await rm(path.join(inkseal, name), { recursive: true, force: true })
  await stubForInkseal(inkseal, shortcodes)
  const stubbed = shortcodes.own.map((name) => `The shortcode ${name} prints nothing on either side`)
  return { hugo, inkseal, notes: [...notes, ...stubbed] }
}

async function configureHugo(hugo: string, inkseal: string): Promise<readonly string[]> {
  const files = await findHugoConfig(hugo)
  if (files.length > 0) return adaptHugoConfig(hugo, files)
  await writeHugoConfig(hugo, await loadConfig(inkseal))
  return ['Hugo gets a config that says what Inkseal is told']
}
