import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
let site: string

// What `npm install inkseal` would leave in a new folder, but for the way that it came there.
beforeAll(async () => {
  site = await mkdtemp(path.join(os.tmpdir(), 'inkseal package '))
  const modules = path.join(site, 'node_modules')
  const own = path.join(modules, 'inkseal')
  await mkdir(own, { recursive: true })
  for (const name of await readdir('node_modules')) {
    await symlink(path.resolve('node_modules', name), path.join(modules, name))
  }
  const { files } = JSON.parse(await readFile('package.json', 'utf8'))
  for (const name of ['package.json', ...files.filter((name: string) => name !== 'dist')]) {
    await cp(name, path.join(own, name), { recursive: true })
  }
  await run(process.execPath, ['packaging/main.ts', '--out', path.join(own, 'dist')])
  await writeFile(path.join(site, 'package.json'), '{ "name": "my-blog", "type": "commonjs" }')
}, 120_000)
afterAll(() => rm(site, { recursive: true, force: true }))

const inkseal = (...args: readonly string[]) =>
  run(process.execPath, [path.join('node_modules', 'inkseal', 'bin', 'inkseal.js'), ...args], { cwd: site })

test('installed as a package it builds a site with a typed config and a plugin of its own', async () => {
  await mkdir(path.join(site, 'content/posts'), { recursive: true })
  await writeFile(path.join(site, 'content/posts/a.md'), '---\ntitle: Hello\ndate: 2026-01-01\n---\nText\n')
  await writeFile(path.join(site, 'shout.ts'), shout)
  await writeFile(
    path.join(site, 'inkseal.config.ts'),
    `import { defineConfig } from 'inkseal'
import { shout } from './shout.ts'

export default defineConfig({ site: { title: 'Mine' }, markdown: { rehypePlugins: [shout] } })
`,
  )
  const { stdout } = await inkseal('build')
  expect(stdout).toContain('public/ is now release')
  const html = await readFile(path.join(site, 'public/posts/a/index.html'), 'utf8')
  expect(html).toContain('<title>Hello · Mine</title>')
  expect(html).toContain('<p>TEXT</p>')
})

test('the theme that comes with the package is bundled already, and gives what bundling gives', async () => {
  const shipped = path.join(site, 'shipped')
  const bundled = path.join(site, 'bundled')
  for (const root of [shipped, bundled]) {
    await mkdir(path.join(root, 'content'), { recursive: true })
    await writeFile(
      path.join(root, 'content/a.md'),
      '---\ntitle: Hello\ndate: 2026-01-01\n---\n# One\n\nText\n',
    )
  }
  // What is not even a layout may mean anything to those that are.
  await mkdir(path.join(bundled, 'layouts'))
  await writeFile(path.join(bundled, 'layouts/note.txt'), '')
  for (const root of [shipped, bundled]) await inkseal('build', '--root', root)
  expect(existsSync(path.join(shipped, '.inkseal/cache/theme.json'))).toBe(false)
  const kept = await readFile(path.join(bundled, '.inkseal/cache/theme.json'), 'utf8')
  expect(kept, 'the program became part of a theme').not.toContain('getBuiltinModule')
  const [one, other] = await Promise.all([shipped, bundled].map((root) => readPublic(root)))
  expect(Object.keys(one ?? {})).toContain('a/index.html')
  expect(one).toEqual(other)
})

test('a theme that was changed where it is installed is bundled again', async () => {
  const root = path.join(site, 'changed')
  const css = path.join(site, 'node_modules/inkseal/themes/folio/styles/main.css')
  await mkdir(path.join(root, 'content'), { recursive: true })
  const before = await readFile(css, 'utf8')
  await writeFile(css, `${before}\n.mine { color: red }\n`)
  try {
    await inkseal('build', '--root', root)
  } finally {
    await writeFile(css, before)
  }
  const styles = Object.entries(await readPublic(root)).filter(([name]) => name.endsWith('.css'))
  expect(styles.map(([, text]) => text).join()).toContain('.mine')
})

async function readPublic(root: string): Promise<Record<string, string>> {
  const folder = await realpath(path.join(root, 'public'))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
  const texts = files.map(
    async (file) => [path.relative(folder, file), await readFile(file, 'latin1')] as const,
  )
  return Object.fromEntries(await Promise.all(texts))
}

const loads = async (...args: readonly string[]): Promise<string> => {
  const { stderr } = await run(
    process.execPath,
    [
      '--import',
      path.resolve('test/setup/list-loaded.mjs'),
      path.join('node_modules/inkseal/bin/inkseal.js'),
      ...args,
    ],
    { cwd: site },
  )
  return stderr
}

test('the version is told by next to nothing', async () => {
  const loaded = await loads('--version')
  expect(loaded).toContain('cli-main.js')
  expect(loaded).not.toMatch(/commander|program-|node_modules\/(?!inkseal\/)/)
})

test('where nothing has changed, nothing is loaded that builds', async () => {
  const root = path.join(site, 'unchanged')
  await mkdir(path.join(root, 'content'), { recursive: true })
  await writeFile(path.join(root, 'content/a.md'), '---\ntitle: Hello\ndate: 2026-01-01\n---\nText\n')
  const builders = /preact|esbuild|render-all|list-files|layouts\.mjs|satteri/
  expect(await loads('build', '--root', root)).toMatch(builders)
  const again = await loads('build', '--root', root)
  expect(again).toMatch(/program-/)
  expect(again).not.toMatch(builders)
})

const shout = `type Node = { value?: string; children?: Node[] }
const raise = (node: Node): void => {
  if (node.value !== undefined) node.value = node.value.toUpperCase()
  for (const child of node.children ?? []) raise(child)
}
export const shout = () => raise
`

test('every entry of its exports can be imported alone', async () => {
  const { exports } = JSON.parse(await readFile('package.json', 'utf8'))
  const entries = Object.keys(exports).filter((name) => name !== './package.json')
  expect(entries).toEqual(['.', './server', './markdown', './acme', './theme'])
  for (const entry of entries) {
    const name = path.posix.join('inkseal', entry)
    const { stdout } = await run(
      process.execPath,
      ['--input-type=module', '-e', `console.log(Object.keys(await import('${name}')).length > 0)`],
      {
        cwd: site,
      },
    )
    expect(stdout, name).toBe('true\n')
  }
})
