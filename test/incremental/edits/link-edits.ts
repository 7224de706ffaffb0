import type { Edit } from '../edit.ts'
import { addToBody, linkTo, listPosts, strictLinkTo } from '../posts.ts'
import { titleOf } from '../write-post.ts'

/** What a page says of others. */
export const linkEdits: readonly Edit[] = [
  {
    name: 'link: to another page',
    apply(site, random) {
      const [from, to] = [random.pick(listPosts(site)), random.pick(listPosts(site))]
      site.write(from, addToBody(site.read(from), linkTo(to, random)))
      return `${from} to ${to}`
    },
  },
  {
    name: 'link: by a shortcode',
    apply(site, random) {
      const [from, to] = [random.pick(listPosts(site)), random.pick(listPosts(site))]
      site.write(from, addToBody(site.read(from), strictLinkTo(to)))
      return `${from} to ${to}`
    },
  },
  {
    name: 'link: to where nothing is',
    apply(site, random) {
      const file = random.pick(listPosts(site))
      const link = random.pick(['[x](/not/there/)', '[x](not-there.md)', '[[not there]]', '![x](no.png)'])
      site.write(file, addToBody(site.read(file), `Broken: ${link}.`))
      return `${file}: ${link}`
    },
  },
  {
    name: 'link: mended',
    apply(site, random) {
      const broken = listPosts(site).filter((file) => /Broken: /.test(site.read(file)))
      if (broken.length === 0) return undefined
      const file = random.pick(broken)
      site.write(file, site.read(file).replace(/Broken: .*\n/, ''))
      return file
    },
  },
  {
    name: 'link: to a heading of another page',
    apply(site, random) {
      const [from, to] = [random.pick(listPosts(site)), random.pick(listPosts(site))]
      const title = titleOf(random)
      site.write(to, addToBody(site.read(to), `## ${title}\n\n${random.words(6)}`))
      const target = `${to.replace(/^content/, '')}#${title.toLowerCase().replaceAll(' ', '-')}`
      site.write(from, addToBody(site.read(from), `[there](${target})`))
      return `${from} to ${target}`
    },
  },
  {
    name: 'link: the heading that it leads to has another text',
    apply(site, random) {
      const posts = listPosts(site).filter((file) => /^## /m.test(site.read(file)))
      if (posts.length === 0) return undefined
      const file = random.pick(posts)
      site.write(file, site.read(file).replace(/^## .*/m, `## ${titleOf(random)}`))
      return file
    },
  },
]
