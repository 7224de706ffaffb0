import type { Edit } from '../edit.ts'
import { picture } from '../write-site.ts'

/** What lies beside the posts: data, i18n tables, static files, the bundles' resources. */
export const sideEdits: readonly Edit[] = [
  {
    name: 'data: another value',
    apply(site, random) {
      const text = `ada: { role: ${random.words(1)}, page: /about }\nben: { role: ${random.words(1)} }\n`
      site.write('data/team.yaml', text)
      return 'team.yaml'
    },
  },
  {
    name: 'data: another fact, unnoticed',
    apply(site, random) {
      const text = site.read('data/facts.json')
      site.writeUnnoticed('data/facts.json', text.replace(/\d{4}/, String(1000 + random.below(1000))))
      return 'facts.json'
    },
  },
  {
    name: 'i18n: another word',
    apply(site, random) {
      const file = random.pick(['i18n/en.yaml', 'i18n/fr.yaml'])
      site.write(file, `role: ${random.words(1)}\nfolio_older: ${random.words(2)}\n`)
      return file
    },
  },
  {
    name: 'static: a file',
    apply(site, random) {
      const file = random.pick([
        'static/plain.txt',
        'static/files/deep.json',
        `static/s${random.below(5)}.txt`,
      ])
      const leaves = site.has(file) && random.chance(0.3)
      if (leaves) site.remove(file)
      else site.write(file, random.words(4))
      return `${file}${leaves ? ' is gone' : ''}`
    },
  },
  {
    name: 'static: a file, unnoticed',
    apply(site, random) {
      const files = site.list('static', /\.txt$/)
      if (files.length === 0) return undefined
      const file = random.pick(files)
      const text = site.read(file)
      site.writeUnnoticed(file, random.pick(['x', 'y', 'z']) + text.slice(1))
      return file
    },
  },
  {
    name: 'resource: another picture',
    apply(site, random) {
      const pictures = site.list('content', /\.svg$/)
      if (pictures.length === 0) return undefined
      const file = random.pick(pictures)
      site.write(file, picture(random.below(1000)))
      return file
    },
  },
  {
    name: 'resource: added',
    apply(site, random) {
      const file = random.pick(site.list('content', /^index\.md$/)).replace(/index\.md$/, '')
      const name = `${file}more-${random.below(9)}.txt`
      site.write(name, random.words(3))
      return name
    },
  },
  {
    name: 'resource: gone',
    apply(site, random) {
      const files = site.list('content', /\.(txt|svg)$/)
      if (files.length === 0) return undefined
      const file = random.pick(files)
      site.remove(file)
      return file
    },
  },
]
