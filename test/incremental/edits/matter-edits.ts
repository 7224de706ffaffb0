import type { Edit } from '../edit.ts'
import { keyOf, listPosts, setKey } from '../posts.ts'
import type { Random } from '../random.ts'
import type { Workspace } from '../workspace.ts'
import { tags, titleOf } from '../write-post.ts'
import { dayOf } from '../write-site.ts'

/** The front matter of posts, sections and terms. */
export const matterEdits: readonly Edit[] = [
  setting('title', (random) => `"${titleOf(random)}"`),
  setting('title', (random) => `"${titleOf(random)}"`),
  setting('linkTitle', (random) => random.words(1)),
  setting('description', (random) => random.words(5)),
  setting('summary', (random) => random.words(5)),
  setting('tags', (random) => JSON.stringify([random.pick(tags), random.pick([...tags, random.words(1)])])),
  setting('categories', (random) => JSON.stringify([random.pick(['craft', 'travel'])])),
  setting('date', (random, site) => dayOf(site, -random.below(300))),
  setting('lastmod', (random, site) => dayOf(site, -random.below(30))),
  setting('publishDate', (random, site) => dayOf(site, random.below(30) - 15)),
  setting('expiryDate', (random, site) => dayOf(site, random.below(30) - 10)),
  setting('slug', (random) => random.words(2).replace(' ', '-')),
  setting('url', (random) => `/at/${random.words(2).replace(' ', '/')}/`),
  setting('aliases', (random) => JSON.stringify([`/was/${random.below(50)}/`])),
  setting('weight', (random) => String(random.below(4))),
  setting('menus', (random) => random.pick(['main', 'sections', '{main: {weight: 3, name: Here}}'])),
  setting('layout', () => 'wide'),
  setting('mood', (random) => random.words(1)),
  setting('translationKey', (random) => `key${random.below(3)}`),
  setting('keywords', (random) => JSON.stringify([random.words(1), random.pick(tags)])),
  setting('build', (random) => `{list: ${random.pick(['never', 'local', 'always'])}}`),
  setting('outputs', (random) => JSON.stringify(random.pick([['html'], ['html', 'markdown']]))),
  {
    name: 'matter: a draft, or one no longer',
    apply(site, random) {
      const file = random.pick(listPosts(site))
      const text = site.read(file)
      site.write(file, setKey(text, 'draft', keyOf(text, 'draft') === 'true' ? undefined : 'true'))
      return file
    },
  },
  {
    name: 'matter: a section gives its pages something',
    apply(site, random) {
      const file = random.pick(site.list('content', /^_index\.md$/))
      const key = random.pick(['layout: wide', 'draft: true', `tags: [${random.words(1)}]`, 'mood: calm'])
      site.write(file, setKey(site.read(file), 'cascade', `{${key}}`))
      return `${file}: ${key}`
    },
  },
  {
    name: 'matter: a term has a page of its own',
    apply(site, random) {
      const file = `content/tags/${random.pick(['paper', 'roads', 'lamps'])}/_index.md`
      site.write(file, `---\ntitle: ${titleOf(random)}\n---\n${random.words(5)}\n`)
      return file
    },
  },
]

/** Gives a key another value, or takes it out where it has one. */
function setting(key: string, value: (random: Random, site: Workspace) => string): Edit {
  return {
    name: `matter: ${key}`,
    apply(site, random) {
      const file = random.pick(site.list('content', /\.md$/))
      const text = site.read(file)
      const leaves = keyOf(text, key) !== undefined && key !== 'title' && random.chance(0.4)
      site.write(file, setKey(text, key, leaves ? undefined : value(random, site)))
      return `${file}${leaves ? ', taken out' : ''}`
    },
  }
}
