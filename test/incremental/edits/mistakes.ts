import type { Edit } from '../edit.ts'
import { addToBody, listPosts } from '../posts.ts'
import { readSettings, writeSettings } from '../settings.ts'

/** What no site can be built with. */
export const mistakes: readonly Edit[] = [
  onPost('front matter that cannot be read', (text) => text.replace('---\n', '---\ntitle: [\n')),
  onPost('a date that is none', (text) => text.replace(/^date: .*$/m, 'date: soon')),
  onPost('a shortcode that is never closed', (text) => addToBody(text, '{{% note title="x" %}}\nOpen.')),
  onPost('a shortcode that nobody has', (text) => addToBody(text, '{{< nobody >}}')),
  onPost('a reference to nothing', (text) => addToBody(text, '{{< ref "/not/there" >}}')),
  {
    name: 'mistake: two pages at one address',
    apply(site, random) {
      const [one, other] = [random.pick(listPosts(site)), random.pick(listPosts(site))]
      for (const file of [one, other])
        site.write(file, site.read(file).replace('---\n', '---\nurl: /both/\n'))
      return `${one}, ${other}`
    },
  },
  {
    name: 'mistake: a key that the config does not have',
    apply(site) {
      writeSettings(site, { ...readSettings(site), ...{ titel: 'x' } })
      return 'titel'
    },
  },
  {
    name: 'mistake: a layout that throws for some pages',
    apply(site) {
      const file = 'themes/paper/layouts/page.tsx'
      const text = site.read(file)
      const check = "  if (page.title.startsWith('I')) throw new Error('no I')\n  return (\n    <Leaf"
      site.write(file, text.replace('  return (\n    <Leaf', check))
      return file
    },
  },
  {
    name: 'mistake: a layout that is no TSX',
    apply(site) {
      site.write('themes/paper/layouts/list.tsx', 'export default <')
      return 'list.tsx'
    },
  },
]

function onPost(what: string, change: (text: string) => string): Edit {
  return {
    name: `mistake: ${what}`,
    apply(site, random) {
      const file = random.pick(listPosts(site))
      site.write(file, change(site.read(file)))
      return file
    },
  }
}
