import { cpSync } from 'node:fs'
import path from 'node:path'
import { linkTo, listPosts, setKey } from './posts.ts'
import type { Random } from './random.ts'
import { firstSettings, writeConfig } from './settings.ts'
import type { Workspace } from './workspace.ts'
import { writePost } from './write-post.ts'

const folders = ['posts', 'posts/travel', 'posts/travel/alps', 'notes'] as const

/** Writes a site of some sixty pages with a little of everything that a page's output may depend on. */
export function writeSite(site: Workspace, random: Random): void {
  cpSync(path.resolve(import.meta.dirname, '../../themes/folio'), path.join(site.root, 'themes/paper'), {
    recursive: true,
  })
  for (const [file, text] of Object.entries(files)) site.write(file, text)
  site.write('inkseal.config.ts', writeConfig(firstSettings, []))
  for (const folder of folders) {
    site.write(`content/${folder}/_index.md`, `---\ntitle: ${random.words(2)}\n---\n${random.words(9)}\n`)
    for (let number = 0; number < 9; number++)
      site.write(`content/${folder}/p${number}.md`, writePost(random, site.now()))
  }
  writeBundles(site, random)
  for (const [index, file] of listPosts(site).entries()) {
    const others = listPosts(site).filter((other) => other !== file && other.startsWith('content/posts/'))
    if (index % 2 === 0) site.write(file, `${site.read(file)}\n${linkTo(random.pick(others), random)}\n`)
    if (index % 5 === 0) site.write(file.replace(/\.md$/, '.fr.md'), writePost(random, site.now()))
    if (index % 9 === 1) site.write(file, setKey(site.read(file), 'draft', 'true'))
    if (index % 9 === 2) site.write(file, setKey(site.read(file), 'aliases', `["/old/${index}/"]`))
    if (index % 9 === 3) site.write(file, setKey(site.read(file), 'expiryDate', dayOf(site, index - 6)))
    if (index % 9 === 4) site.write(file, setKey(site.read(file), 'publishDate', dayOf(site, index - 6)))
    if (index % 9 === 5) site.write(file, setKey(site.read(file), 'menus', 'sections'))
  }
  site.take()
}

export const dayOf = (site: Workspace, days: number) =>
  new Date(site.now() + days * 86_400_000).toISOString().slice(0, 16).concat(':00Z')

function writeBundles(site: Workspace, random: Random): void {
  for (const name of ['trip', 'harbour']) {
    const bundle = `content/posts/${name}`
    const post = setKey(writePost(random, site.now()), 'resources', '[{src: "*.svg", title: Drawn}]')
    site.write(
      `${bundle}/index.md`,
      `${post}\n{{< figure src="pic.svg" caption="A *picture*" >}}\n\n{{< beside >}}\n`,
    )
    site.write(`${bundle}/pic.svg`, picture(random.below(100)))
    site.write(`${bundle}/list.txt`, random.words(5))
  }
}

export const picture = (size: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"/>\n`

const files: Readonly<Record<string, string>> = {
  'content/_index.md': '---\ntitle: Front\n---\nWelcome.\n',
  'content/about.md': '---\ntitle: About\nmenus: main\n---\nWho writes here.\n\n{{< member ada >}}\n',
  'content/about.fr.md': '---\ntitle: À propos\n---\nQui écrit ici.\n',
  'content/tags/ink/_index.md': '---\ntitle: All of ink\n---\nOn ink.\n',
  'data/team.yaml': 'ada: { role: writer, page: /about }\nben: { role: printer }\ncy: { role: reader }\n',
  'data/facts.json': '{ "founded": 1799 }\n',
  'i18n/en.yaml': 'role: role\nfolio_older: Before\n',
  'i18n/fr.yaml': 'role: rôle\nfolio_older: Plus ancien\n',
  'static/plain.txt': 'As it is.\n',
  'static/files/deep.json': '{}\n',
  'plugins/shout.ts': `type Node = { type: string; value?: string; children?: Node[] }

const mark = '!'

export const shout = () => (tree: Node) => {
  const visit = (node: Node): void => {
    if (node.type === 'text') node.value = (node.value ?? '') + mark
    node.children?.forEach(visit)
  }
  visit(tree)
}
`,
  'layouts/shortcodes/member.tsx': `export default function Member({ get, site, relref }) {
  const member = site.data.team?.[String(get(0))]
  if (!member) return <p>nobody</p>
  const page = member.page ? <a href={relref(member.page)}>{site.getPage(member.page)?.title}</a> : 'no page'
  return <p>{site.t('role')}: {member.role}, {page}, {site.params.motto}</p>
}
`,
  'layouts/shortcodes/note.tsx': `export default function Note({ get, inner, raw }) {
  return <aside><b>{get('title')}</b>{raw(inner)}</aside>
}
`,
  'layouts/shortcodes/census.tsx': `export default function Census({ site }) {
  return <i>{site.pages.length} pages, the first is {site.pages[0]?.title}</i>
}
`,
  'layouts/shortcodes/beside.tsx': `export default function Beside({ resource, page }) {
  return <a href={resource('list.txt')}>{page.title}</a>
}
`,
  'layouts/wide.tsx': `export default function Wide({ site, page, previous, next }) {
  return (
    <html lang="en">
      <title>{page.title}</title>
      <main>
        {site.params.motto} {String(site.data.facts?.founded)} {previous?.title} {next?.title}
        <div dangerouslySetInnerHTML={{ __html: page.html }} />
        {page.backlinks.map(({ url, title }) => <a href={url}>{title}</a>)}
        {page.related.map(({ url, summary }) => <a href={url}>{summary.length}</a>)}
      </main>
    </html>
  )
}
`,
}
