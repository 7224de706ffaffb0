import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runInkseal } from '../setup/run-inkseal.ts'

/** list, why and new: what an author asks at her desk. */

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-desk-'))
  await put('content/posts/live.md', 'title: Live\ndate: 2026-01-02\ntags: [ink]\naliases: [/old/]')
  await put('content/posts/draft.md', 'title: Draft\ndate: 2026-01-03\ndraft: true')
  await put('content/posts/soon.md', 'title: Soon\ndate: 2099-01-01')
  await put('content/posts/gone.md', 'title: Gone\ndate: 2026-01-01\nexpiryDate: 2026-02-01')
  await put('content/posts/trip/index.md', 'title: Trip\ndate: 2026-01-05\ndraft: true')
  await write('content/posts/trip/sea.jpg', 'jpg')
  await write('static/humans.txt', 'me')
  await write('content/posts/.hidden.md', 'x')
})
afterEach(() => rm(root, { recursive: true }))

async function write(name: string, text: string) {
  const file = path.join(root, name)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
}
const put = (name: string, matter: string) => write(name, `---\n${matter}\n---\nText\n`)
const run = (...args: readonly string[]) => runInkseal([...args, '--clock', '2026-11-24'], { cwd: root })

test('list all, newest first', async () => {
  const { code, stdout } = await run('list', 'all')
  expect(code).toBe(0)
  expect(stdout).toBe(
    `2099-01-01  future     content/posts/soon.md        Soon
2026-01-05  draft      content/posts/trip/index.md  Trip
2026-01-03  draft      content/posts/draft.md       Draft
2026-01-02  published  content/posts/live.md        Live
2026-01-01  expired    content/posts/gone.md        Gone
`,
  )
})

test.each([
  ['drafts', ['content/posts/trip/index.md', 'content/posts/draft.md']],
  ['future', ['content/posts/soon.md']],
  ['expired', ['content/posts/gone.md']],
  ['published', ['content/posts/live.md']],
])('list %s', async (which, paths) => {
  const { stdout } = await run('list', which, '--json')
  expect(JSON.parse(stdout).map(({ path }: { path: string }) => path)).toEqual(paths)
})

test('list --csv has the columns of Hugo', async () => {
  const { stdout } = await run('list', 'published', '--csv')
  expect(stdout).toBe(
    'path,slug,title,date,expiryDate,publishDate,draft,permalink,kind,section\n' +
      'content/posts/live.md,,Live,2026-01-02T00:00:00Z,,2026-01-02T00:00:00Z,false,https://localhost:8443/posts/live/,page,posts\n',
  )
})

test('list of what is not there says so, and of an unknown kind what there is', async () => {
  await rm(path.join(root, 'content/posts/soon.md'))
  expect(await run('list', 'future')).toMatchObject({ code: 0, stdout: 'No page is future\n' })
  const { code, stderr } = await run('list', 'draft')
  expect(code).toBe(1)
  expect(stderr).toContain('all, drafts, future, expired, published')
})

test.each([
  [
    'content/posts/live.md',
    0,
    'is on the site: https://localhost:8443/posts/live/',
    '/, /posts/, /tags/ink/',
  ],
  ['posts/live.md', 0, 'is on the site: https://localhost:8443/posts/live/', '/old/'],
  ['content/posts/draft.md', 1, 'is not on the site: it is a draft', 'content/posts/draft.md:4:8'],
  ['content/posts/soon.md', 1, 'its time comes at 2099-01-01T00:00:00.000Z', 'content/posts/soon.md:3:7'],
  ['content/posts/gone.md', 1, 'its time was over at 2026-02-01T00:00:00.000Z', 'content/posts/gone.md:4:13'],
  ['content/posts/trip/sea.jpg', 1, 'its page is not, since it is a draft', 'content/posts/trip/index.md'],
  ['static/humans.txt', 0, 'is on the site as it is: https://localhost:8443/humans.txt', ''],
  ['content/posts/.hidden.md', 1, 'names that begin with a dot', 'Rename it'],
])('why %s', async (file, code, sentence, more) => {
  const result = await run('why', file)
  expect(result.stdout).toContain(sentence)
  expect(result.stdout).toContain(more)
  expect(result).toMatchObject({ code, stderr: '' })
})

test('why a file that is not there', async () => {
  const { code, stderr } = await run('why', 'content/posts/life.md')
  expect(code).toBe(1)
  expect(stderr).toContain('Did you mean content/posts/live.md?')
})

const start = (...args: readonly string[]) => runInkseal(['new', ...args], { cwd: root })
const written = (name: string) => readFile(path.join(root, 'content', name), 'utf8')

test('new starts a draft, and writes over nothing', async () => {
  expect(await start('posts/my-first-post.md')).toMatchObject({
    code: 0,
    stdout: 'Wrote content/posts/my-first-post.md\n',
  })
  expect(await written('posts/my-first-post.md')).toMatch(
    /^---\ntitle: "My first post"\ndate: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\ndraft: true\n---\n\n$/,
  )
  const again = await start('content/posts/my-first-post.md')
  expect(again.code).toBe(1)
  expect(again.stderr).toContain('error new/exists Cannot write content/posts/my-first-post.md')
})

test('new takes the archetype of the section, as Hugo’s authors write them', async () => {
  await write(
    'archetypes/posts.md',
    '---\ntitle: {{ replace .File.ContentBaseName "-" " " | title }}\ntype: {{ .Type }}\n---\n{{< toc >}}{{/* a note */}}\n',
  )
  expect(await start('posts/an-odd_thing')).toMatchObject({ code: 0 })
  expect(await written('posts/an-odd_thing/index.md')).toBe(
    '---\ntitle: An Odd Thing\ntype: posts\n---\n{{< toc >}}\n',
  )
})

test('new makes a bundle of an archetype’s folder', async () => {
  await write('archetypes/trip/index.md', '---\ntitle: {{ .Name }}\n---\n')
  await write('archetypes/trip/images/map.svg', '<svg/>{{ not filled in }}')
  expect(await start('posts/alps', '--kind', 'trip')).toMatchObject({ code: 0 })
  expect(await written('posts/alps/index.md')).toBe('---\ntitle: alps\n---\n')
  expect(await written('posts/alps/images/map.svg')).toBe('<svg/>{{ not filled in }}')
})

test('new leaves out what it does not know in an archetype, and says so', async () => {
  await write(
    'archetypes/posts.md',
    '---\ntitle: {{ .Frobnicate }}\nday: {{ now.Format "2006" }} {{ dateFormat "2006-01" .Date }}{{ .Date | time.Format "-02" }}\n---\n',
  )
  const { code, stderr } = await start('posts/x.md')
  expect(code).toBe(0)
  expect(stderr).toContain('warning new/archetype Cannot fill in {{ .Frobnicate }}')
  expect(stderr).toContain('archetypes/posts.md:2:8')
  expect(await written('posts/x.md')).toMatch(/^---\ntitle: \nday: \d{4} \d{4}-\d\d-\d\d\n---\n$/)
})

test('new makes no bundle of a folder with posts in it', async () => {
  for (const name of ['posts/', 'posts', 'content/posts/']) {
    const { code, stderr } = await start(name)
    expect(code).toBe(1)
    expect(stderr).toContain('Cannot write content/posts/index.md: it would make one page of the folder')
  }
})

test('new tells what it cannot do, and writes nothing', async () => {
  expect((await start('../x.md')).stderr).toContain('error new/path')
  expect((await start('posts/x.md', '--kind', 'nope')).stderr).toContain('neither archetypes/nope.md')
})

test('a mistake in one post keeps nobody from asking for the others', async () => {
  await put('content/posts/bad.md', 'title: Bad\ndate: 2026-02-31')
  const list = await run('list', 'published')
  expect(list.stdout).toContain('content/posts/live.md')
  expect(list.stderr).toContain('content/posts/bad.md:3:7')
  expect(list.code).toBe(1)
  expect(await run('why', 'content/posts/live.md')).toMatchObject({ code: 0 })
  const why = await run('why', 'content/posts/bad.md')
  expect(why.stdout).toContain('is not on the site: there is a mistake in it')
  expect(why.stderr).toContain('matter/invalid-date')
})

test('check runs the layouts too', async () => {
  await write('layouts/wide.tsx', 'export default ({ page }) => <p>{page.nope.title}</p>\n')
  await put('content/posts/wide.md', 'title: Wide\ndate: 2026-01-01\nlayout: wide')
  const { code, stderr } = await run('check')
  expect(code).toBe(1)
  expect(stderr).toContain('error theme/render Cannot render content/posts/wide.md with the layout "wide"')
  expect(stderr).toContain('layouts/wide.tsx:1:')
})
