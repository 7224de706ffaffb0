import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
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
