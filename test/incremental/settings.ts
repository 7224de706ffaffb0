import type { UserConfig } from '../../src/config/user-config.ts'
import type { Workspace } from './workspace.ts'

/** What can be changed in a config by random choice: anything that stands in JSON. */
export type Settings = {
  [Key in keyof UserConfig]?: UserConfig[Key]
}

const file = 'inkseal.config.ts'
const pattern = /^const settings = ([\s\S]*?)\n\n/m

export const firstSettings: Settings = {
  site: { url: 'https://example.org', title: 'Edits', description: 'A site that is edited', author: 'Ada' },
  languages: { en: { name: 'English', weight: 1 }, fr: { name: 'Français', weight: 2, title: 'Carnet' } },
  defaultLanguage: 'en',
  theme: 'paper',
  cards: false,
  brokenLinks: 'warning',
  pagination: { size: 5 },
  outputs: { page: ['html'], home: ['html', 'rss', 'atom', 'json'] },
  menu: [{ name: 'Posts', pageRef: '/posts', weight: 1 }],
  sectionPagesMenu: 'sections',
  params: { motto: 'first' },
  markdown: { wikilinks: true },
}

/** The config has a plugin of its own, which can be switched on: with one, no build is spared. */
export const writeConfig = (settings: Settings, plugins: readonly string[]): string =>
  `import { shout } from './plugins/shout.ts'

const settings = ${JSON.stringify(settings, null, 2)}

export default { ...settings, markdown: { ...settings.markdown, remarkPlugins: [${plugins.join(', ')}] } }
`

export const readSettings = (site: Workspace): Settings =>
  JSON.parse(pattern.exec(site.read(file))?.[1] ?? '{}')

/** Writes the settings and leaves the rest of the config as it is. */
export function writeSettings(site: Workspace, settings: Settings): void {
  const text = `const settings = ${JSON.stringify(settings, null, 2)}\n\n`
  site.write(
    file,
    site.read(file).replace(pattern, () => text),
  )
}
