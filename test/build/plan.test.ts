import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { SiteError } from '../../src/base/site-error.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { planSite } from '../../src/plan.ts'

/** What is wrong in a site of these files, as `file:line message`, with warnings in brackets. */
async function mistakesIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-plan-'))
  onTestFinished(() => rm(root, { recursive: true }))
  await symlink(path.resolve('node_modules'), path.join(root, 'node_modules'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true })
    await writeFile(path.join(root, name), text)
  }
  const config = await loadConfig(root)
  const plan = planSite({ config, now: Date.UTC(2026, 10, 24), show: [] })
  const error = await plan.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error === undefined) return []
  if (!(error instanceof SiteError)) throw error
  return error.diagnostics.map(({ severity, message, place }) => {
    const told = `${place?.path ?? ''}:${place?.line ?? ''} ${message}`
    return severity === 'error' ? told : `(${told})`
  })
}

const post = (title: string, ...rest: readonly string[]) =>
  ['---', `title: ${title}`, 'date: 2026-01-01', ...rest].join('\n')

test('mistakes of all kinds are told in one run, and nothing of links to a page that cannot be read', async () => {
  const told = await mistakesIn({
    'hugo.toml':
      'baseURL = "https://example.org/"\n[[menus.main]]\nname = "Bad"\npageRef = "/posts/bad"\n[inkseal]\nbrokenLinks = "error"\n',
    'content/posts/bad.md': post('Bad one', 'lastmod: yesterday', 'aliases: [/odd/]', '---', 'Text'),
    'content/posts/unclosed.md': post('Never closed', 'slug: other'),
    'content/posts/bundle/index.md': post('Bundle', 'weight: heavy', '---', 'Text'),
    'content/posts/bundle/part.md': post('Part', '---', '[broken](/in-a-part/)'),
    'content/posts/links.md': post(
      'Links',
      '---',
      '[a](bad.md) [b](/posts/bad/) [c](/odd/) [d](/posts/other/#x) [e](/posts/bundle/)',
      '',
      'And {{< ref "bad" >}}, {{< relref "posts/bundle" >}}',
      '',
      '[nowhere](/nowhere/) {{< nothing-like-it >}}',
    ),
    'content/posts/one.md': post('One', 'url: /same/', '---', '[gone](gone.md)'),
    'content/posts/two.md': post('Two', 'url: /same/', '---', 'Text'),
  })
  expect(told).toEqual([
    'content/posts/bad.md:4 Cannot read lastmod "yesterday": it is not a date',
    'content/posts/bundle/index.md:4 Cannot read weight "heavy": it is not a number',
    '(content/posts/bundle/part.md:2 Cannot publish content/posts/bundle/part.md: content/posts/bundle/index.md makes one page of its folder, and this file is a part of that)',
    'content/posts/links.md:9 Cannot link to "/nowhere/": nothing is published at /nowhere/',
    'content/posts/links.md:9 Cannot use the shortcode "nothing-like-it": there is none of that name',
    'content/posts/one.md:6 Cannot link to "gone.md": there is no content/posts/gone.md',
    'content/posts/two.md:4 Cannot publish two things as /same/: content/posts/one.md is published there',
    'content/posts/unclosed.md:1 Cannot read the front matter: it is not closed',
  ])
})

test('what is wrong in a theme does not hide what is wrong in a page', async () => {
  expect(
    await mistakesIn({
      'hugo.toml': 'theme = "none"\n[inkseal]\ntheme = "missing-one"\n',
      'content/posts/bad.md': post('Bad', 'lastmod: yesterday', '---', 'Text'),
    }),
  ).toEqual([
    'content/posts/bad.md:4 Cannot read lastmod "yesterday": it is not a date',
    expect.stringContaining('missing-one'),
  ])
})

test('a layout that only Hugo’s theme has is told once, and the pages have the usual one; with a config of Inkseal’s it is a mistake', async () => {
  const content = {
    'content/posts/a.md': post('A', 'layout: fancy', '---', 'Text'),
    'content/posts/b.md': post('B', 'layout: fancy', '---', '[a](a.md#none)'),
    'content/posts/c.md': post('C', 'layout: single', '---', 'Text'),
  }
  const message = 'Cannot use the layout "fancy": neither layouts/ nor the theme "folio" has it'
  const config = { 'inkseal.config.mjs': 'export default { brokenLinks: "warning" }\n' }
  expect(await mistakesIn({ ...content, 'hugo.toml': 'title = "T"\n', 'content/posts/d.md': 'x' })).toEqual(
    [],
  )
  const told = await mistakesIn({ ...content, ...config })
  expect(told.filter((line) => line.endsWith(message))).toEqual([
    `content/posts/a.md:4 ${message}`,
    `content/posts/b.md:4 ${message}`,
  ])
})
