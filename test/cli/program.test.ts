import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runProgram } from '../../src/cli/program.ts'
import { createTerminal, type Terminal } from '../../src/cli/terminal.ts'
import { freePort } from '../setup/free-port.ts'
import { runInkseal } from '../setup/run-inkseal.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-cli-'))
})
afterEach(() => rm(root, { recursive: true }))

test('--version and --help', async () => {
  expect(await runInkseal(['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n', stderr: '' })
  const help = await runInkseal(['--help'])
  expect(help.code).toBe(0)
  for (const command of ['build', 'serve', 'trust', 'cert']) expect(help.stdout).toContain(command)
})

test.each([
  [['biuld'], "unknown command 'biuld'", 'Did you mean build?'],
  [['build', '--draft'], "unknown option '--draft'", 'Did you mean --drafts?'],
  [['build', '--clock', 'noon'], '"noon" is not a time', 'Run `inkseal --help`'],
  [['serve', '--http-port', '80000'], '"80000" is not a port', 'Run `inkseal --help`'],
])('%s is told', async (args, reason, hint) => {
  const { code, stderr } = await runInkseal(args)
  expect(code).toBe(1)
  expect(stderr).toContain(`error cli/option Cannot run the command: ${reason}`)
  expect(stderr).toContain(`hint ${hint}`)
})

test('in a folder that is no site it says so', async () => {
  const { code, stderr } = await runInkseal(['build'], { cwd: root })
  expect(code).toBe(1)
  expect(stderr).toContain(`error config/missing Cannot find a site in ${root}`)
})

test('a Node that is too old is told in one line', async () => {
  const script = `Object.defineProperty(process.versions, 'node', { value: '20.19.0' }); import('${path.resolve('bin/inkseal.js')}')`
  const told = await new Promise((resolve) => {
    const child = execFile(process.execPath, ['-e', script], (_, stdout, stderr) =>
      resolve({ stdout, lines: stderr.trimEnd().split('\n').length, stderr, code: child.exitCode }),
    )
  })
  expect(told).toMatchObject({ code: 1, stdout: '', lines: 1 })
  expect(told).toMatchObject({
    stderr: expect.stringContaining('needs Node 22.18 or later, and this is Node 20.19.0'),
  })
})

test('build --json tells what was built, and what was not', async () => {
  await mkdir(path.join(root, 'content/posts'), { recursive: true })
  await writeFile(
    path.join(root, 'content/posts/a.md'),
    '---\ntitle: A\ndate: 2026-01-01\ntags: [x, y]\n---\nText\n',
  )
  const first = await runInkseal(['build', '--json', '--root', root])
  expect(JSON.parse(first.stdout)).toMatchObject({
    ok: true,
    changed: true,
    pages: 8,
    posts: 1,
    tags: 2,
    warnings: [],
  })
  const again = await runInkseal(['build', '--json', '--root', root])
  expect(JSON.parse(again.stdout)).toMatchObject({ ok: true, changed: false, pages: 8, posts: 1, tags: 2 })
  await writeFile(path.join(root, 'content/posts/a.md'), '---\ntitle: A\ndate: 2026-02-31\n---\nText\n')
  const failed = await runInkseal(['build', '--json', '--root', root])
  expect(failed.code).toBe(1)
  expect(JSON.parse(failed.stdout)).toMatchObject({
    ok: false,
    diagnostics: [{ code: 'matter/invalid-date', place: { path: 'content/posts/a.md', line: 3, column: 7 } }],
  })
})

test('a page whose time has come is built, though no file has changed', async () => {
  await mkdir(path.join(root, 'content/posts'), { recursive: true })
  await writeFile(
    path.join(root, 'content/posts/a.md'),
    '---\ntitle: A\ndate: 2026-06-01T12:00:00Z\n---\nText\n',
  )
  const postsAt = async (clock: string) =>
    JSON.parse((await runInkseal(['build', '--json', '--root', root, '--clock', clock])).stdout)
  expect(await postsAt('2026-06-01T11:58:00Z')).toMatchObject({ posts: 0 })
  expect(await postsAt('2026-06-01T11:59:00Z')).toMatchObject({ posts: 0, changed: false })
  expect(await postsAt('2026-06-01T12:00:00Z')).toMatchObject({ posts: 1, changed: true })
})

test('a change of any input is built, even where size and times look the same', async () => {
  await mkdir(path.join(root, 'content'), { recursive: true })
  await cp('test/fixtures/blog/input/themes', path.join(root, 'themes'), { recursive: true })
  await writeFile(path.join(root, 'plugin.ts'), "export const title = 'one'\n")
  const config = "import { title } from './plugin.ts'\nexport default { theme: 'plain', site: { title } }\n"
  await writeFile(path.join(root, 'inkseal.config.ts'), config)
  await writeFile(path.join(root, 'content/a.md'), '---\ntitle: A\n---\none\n')
  const build = async () => JSON.parse((await runInkseal(['build', '--json', '--root', root])).stdout).changed
  expect(await build()).toBe(true)
  expect(await build()).toBe(false)

  const page = path.join(root, 'content/a.md')
  const { atime, mtime } = await stat(page)
  await writeFile(page, '---\ntitle: A\n---\ntwo\n')
  await utimes(page, atime, mtime)
  expect(await build()).toBe(true)
  await writeFile(path.join(root, 'plugin.ts'), "export const title = 'two'\n")
  expect(await build()).toBe(true)
  await writeFile(path.join(root, 'themes/plain/layouts/404.tsx'), 'export default () => <html>new</html>\n')
  expect(await build()).toBe(true)
  await rm(path.join(root, 'public/404.html'))
  expect(await build()).toBe(true)
  expect((await stat(path.join(root, 'public/404.html'))).size).toBeGreaterThan(0)
  expect(await build()).toBe(false)
})

test('a port in use is told with the port and what to do', async () => {
  await mkdir(path.join(root, 'content'))
  const taken = net.createServer()
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, () => {
      const address = taken.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const args = [
    'serve',
    '--root',
    root,
    '--http-port',
    String(await freePort()),
    '--https-port',
    String(port),
  ]
  const { code, stderr } = await runInkseal(args, { env: { INKSEAL_HOME: path.join(root, 'home') } })
  taken.close()
  expect(code).toBe(1)
  expect(stderr).toContain('error server/port-in-use')
  expect(stderr).toContain(String(port))
  expect(stderr).toMatch(/hint .*--https-port/)
})

test('cert status without acme in the config says what to add', async () => {
  await mkdir(path.join(root, 'content'))
  const { code, stderr } = await runInkseal(['cert', 'status', '--root', root])
  expect(code).toBe(1)
  expect(stderr).toContain('error config/no-acme')
})

test.each([
  ['releases', /^error base\/system Cannot make the folder .*releases: file already exists\n {2}hint Move /],
  [
    '.inkseal',
    /^error base\/system Cannot make the folder .*cache\/made: not a directory\n {2}hint Move the file /,
  ],
  ['static', /^error content\/read Cannot read static: it is not a folder\n {2}→ static\n {2}hint Make it /],
])('a file named %s is told without a stack', async (name, told) => {
  await mkdir(path.join(root, 'content'))
  await writeFile(path.join(root, name), '')
  const { code, stderr } = await runInkseal(['build', '--root', root])
  expect(stderr).toMatch(told)
  expect(stderr).not.toContain('    at ')
  expect(code).toBe(1)
})

test('a build that waits for what never comes fails, and leaves no lock behind', async () => {
  await mkdir(path.join(root, 'content'))
  await writeFile(path.join(root, 'content/a.md'), 'Text')
  await writeFile(
    path.join(root, 'inkseal.config.mjs'),
    'export default { markdown: { remarkPlugins: [() => () => new Promise(() => {})] } }',
  )
  const { code, stderr } = await runInkseal(['build', '--root', root])
  expect(stderr).toContain('error cli/standstill Cannot finish the command: ')
  expect(code).toBe(1)
  expect(await readdir(path.join(root, 'releases'))).not.toContain('.lock')
  const json = await runInkseal(['build', '--json', '--root', root])
  expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, diagnostics: [{ code: 'cli/standstill' }] })
})

test('a mistake of the program itself is told as one, with its stack', async () => {
  const told: string[] = []
  const terminal: Terminal = {
    ...createTerminal(process),
    print: () => {
      throw new TypeError('broken')
    },
    tell: (text) => void told.push(text),
  }
  expect(await runProgram(['trust', '--path'], terminal)).toBe(1)
  expect(told[0]).toBe('This is a mistake in Inkseal; please report it with the lines below')
  expect(told[1]).toMatch(/^TypeError: broken\n +at /)
})
