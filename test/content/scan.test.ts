import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import { loadSite } from '../../src/content/load-site.ts'
import { scan } from '../../src/content/scan/scan.ts'

let root: string
let content: string

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-scan-'))
  content = path.join(root, 'content')
  await mkdir(path.join(content, 'posts'), { recursive: true })
})

afterEach(() => rm(root, { recursive: true }))

const write = (name: string, text: string) => writeFile(path.join(content, name), text)

const load = () => loadSite(resolveConfig({}, { root, files: [] }), { now: 0, show: [] })

test('symbolic links are not followed, and their author is told', async () => {
  await write('posts/a.md', '---\ntitle: A\n---\n')
  await writeFile(path.join(root, 'elsewhere.md'), 'Text')
  await mkdir(path.join(root, 'folder'))
  await symlink(path.join(root, 'elsewhere.md'), path.join(content, 'posts', 'b.md'))
  await symlink(path.join(root, 'folder'), path.join(content, 'series'))
  // Emacs marks a file under edit by such a link.
  await symlink('me@host.1234', path.join(content, 'posts', '.#a.md'))
  const { sources, files, diagnostics } = await scan(content)
  expect(sources.map((source) => source.path)).toEqual(['posts/a.md'])
  expect(files).toEqual([])
  expect(diagnostics).toMatchObject([
    { code: 'content/link', severity: 'warning', place: { path: 'content/posts/b.md' } },
    { code: 'content/link', severity: 'warning', place: { path: 'content/series' } },
  ])
  expect((await load()).warnings).toEqual(diagnostics)
})

test('HTML is the body of a page, with front matter or without', async () => {
  await write('posts/a.html', '---\ntitle: A\n---\n<p>A</p>\n')
  await write('posts/b.HTM', '\uFEFF\r\n+++\r\ntitle = "B"\r\n+++\r\n<b>B</b>')
  await write('posts/c.html', '<!doctype html>\n<p>C</p>')
  await write('posts/d.txt', '---\ntitle: D\n---\n')
  const { site } = await load()
  expect(site.posts.map(({ url, format, body }) => [url, format, body])).toEqual([
    ['/posts/c/', 'html', '<!doctype html>\n<p>C</p>'],
    ['/posts/a/', 'html', '<p>A</p>\n'],
    ['/posts/b/', 'html', '<b>B</b>'],
  ])
  expect(site.resources.map(({ url }) => url)).toEqual(['/posts/d.txt'])
})

test('what the config ignores is passed over', async () => {
  await write('posts/a.md', '---\ntitle: A\n---\n')
  await write('posts/b.md', '---\ntitle: [\n---\n')
  await write('posts/c.draft', 'x')
  await write('posts/d.tmp', 'x')
  const config = resolveConfig({ ignore: ['posts/b.*', '**/*.draft', /\.tmp$/] }, { root, files: [] })
  const { site } = await loadSite(config, { now: 0, show: [] })
  expect(site.posts).toHaveLength(1)
  expect(site.resources).toEqual([])
})

test('a content folder that is a file is told', async () => {
  await rm(content, { recursive: true })
  await writeFile(content, 'x')
  await expect(load()).rejects.toMatchObject({ code: 'content/read' })
})
