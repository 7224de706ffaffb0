import type { Edit } from '../edit.ts'
import { addToBody, listPosts, setKey } from '../posts.ts'
import type { Random } from '../random.ts'
import type { Workspace } from '../workspace.ts'
import { tags, titleOf, writePart, writePost } from '../write-post.ts'
import { dayOf } from '../write-site.ts'

const folders = ['posts', 'posts/travel', 'posts/travel/alps', 'notes', 'essays'] as const

/** The texts of posts, and posts that come, go and move. */
export const postEdits: readonly Edit[] = [
  onText('a new paragraph', (text, random) => addToBody(text, writePart(random))),
  onText('a new paragraph', (text, random) => addToBody(text, writePart(random))),
  onText('another word', (text, random) => changeWord(text, random.words(1))),
  {
    name: 'post: another letter, unnoticed',
    apply(site, random) {
      const file = random.pick(listPosts(site))
      site.writeUnnoticed(file, changeLetter(site.read(file), random))
      return file
    },
  },
  {
    name: 'post: touched',
    apply(site, random) {
      const file = random.pick(listPosts(site))
      site.touch(file)
      return file
    },
  },
  {
    name: 'post: added',
    apply: (site, random) => addPost(site, random, -random.below(300)),
  },
  {
    name: 'post: added for a day to come',
    apply: (site, random) => addPost(site, random, 1 + random.below(20)),
  },
  {
    name: 'post: deleted',
    apply(site, random) {
      const posts = listPosts(site)
      if (posts.length < 25) return undefined
      const file = random.pick(posts)
      site.remove(file)
      return file
    },
  },
  {
    name: 'post: renamed',
    apply(site, random) {
      const file = random.pick(listPosts(site).filter((one) => !one.endsWith('index.md')))
      return move(site, file, file.replace(/[^/]*$/, `${random.words(2).replace(' ', '-')}.md`))
    },
  },
  {
    name: 'post: moved',
    apply(site, random) {
      const file = random.pick(listPosts(site).filter((one) => !one.endsWith('index.md')))
      return move(site, file, `content/${random.pick(folders)}/${file.split('/').at(-1)}`)
    },
  },
  {
    name: 'post: a bundle is renamed',
    apply(site, random) {
      const indexes = listPosts(site).filter((one) => one.endsWith('/index.md'))
      if (indexes.length === 0) return undefined
      const folder = random.pick(indexes).replace('/index.md', '')
      const to = `content/posts/${random.words(2).replace(' ', '-')}`
      for (const file of site.list(folder)) site.move(file, to + file.slice(folder.length))
      return `${folder} to ${to}`
    },
  },
  {
    name: 'post: translated, or its translation is gone',
    apply(site, random) {
      const file = random.pick(listPosts(site)).replace(/\.md$/, '.fr.md')
      if (site.has(file)) site.remove(file)
      else site.write(file, writePost(random, site.now()))
      return file
    },
  },
  {
    name: 'post: one with every key',
    apply(site, random) {
      const file = `content/notes/k${random.below(1000)}.md`
      const keys = {
        lastmod: dayOf(site, -random.below(9)),
        weight: String(1 + random.below(3)),
        layout: 'wide',
        keywords: JSON.stringify([random.pick(tags)]),
        summary: titleOf(random),
      }
      const text = Object.entries(keys).reduce(
        (text, [key, value]) => setKey(text, key, value),
        writePost(random, site.now()),
      )
      site.write(file, text)
      return file
    },
  },
]

function onText(what: string, change: (text: string, random: Random) => string): Edit {
  return {
    name: `post: ${what}`,
    apply(site, random) {
      const file = random.pick(site.list('content', /\.md$/))
      site.write(file, change(site.read(file), random))
      return file
    },
  }
}

function addPost(site: Workspace, random: Random, days: number): string {
  const file = `content/${random.pick(folders)}/n${random.below(10_000)}.md`
  site.write(file, writePost(random, site.now(), days))
  return file
}

function move(site: Workspace, from: string, to: string): string | undefined {
  if (site.has(to)) return undefined
  site.move(from, to)
  return `${from} to ${to}`
}

const changeWord = (text: string, word: string) =>
  onProse(text, (line) => line.replace(/\b(ink|seal|paper|leaf|road|lamp)\b/, word))

/** Of the same length: one letter of a long word becomes another. */
function changeLetter(text: string, random: Random): string {
  const letter = random.pick(['a', 'e', 'o', 'u', 'r'])
  return onProse(text, (line) => line.replace(/\b[a-z](?=[a-z]{5})/, letter))
}

/** Changes lines of the body that hold nothing but words. */
function onProse(text: string, change: (line: string) => string): string {
  const body = text.lastIndexOf('\n---\n') + 5
  return text.slice(0, body) + text.slice(body).replaceAll(/^\w[^{[\]<`#|]*$/gm, change)
}
