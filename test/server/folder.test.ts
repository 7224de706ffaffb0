import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { folderReleases, releaseOfFolder, serve } from 'inkseal/server'
import { expect, it, onTestFinished } from 'vitest'
import { ask1, ask2 } from './ask.ts'
import { makePair } from './pair.ts'
import { keepingLog, until } from './site.ts'

const makeFolder = async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'inkseal-folder-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const write = async (name: string, bytes: string | Buffer) => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), bytes)
  }
  return { folder, write }
}

it('makes a release of any folder, without what is hidden or leads out of it', async () => {
  const { folder, write } = await makeFolder()
  const { folder: outside, write: writeOutside } = await makeFolder()
  await writeOutside('secret.txt', 'secret')
  await write('index.html', 'home')
  await write('page.html', 'page '.repeat(300))
  await write('page.html.br', 'a file as any other')
  await write('.env', 'KEY=1')
  await write('.git/config', 'x')
  await write('.well-known/security.txt', 'Contact')
  await symlink(path.join(outside, 'secret.txt'), path.join(folder, 'leak.txt'))
  await symlink(outside, path.join(folder, 'leak'))
  await symlink('page.html', path.join(folder, 'alias.html'))
  await symlink('.env', path.join(folder, 'alias.env'))
  await symlink('.', path.join(folder, 'circle'))
  const { manifest } = await releaseOfFolder(folder)
  expect(Object.keys(manifest.files)).toEqual([
    '.well-known/security.txt',
    'alias.html',
    'index.html',
    'page.html',
    'page.html.br',
  ])
  await expect(releaseOfFolder(path.join(folder, 'nowhere'))).rejects.toMatchObject({
    code: 'release/missing',
  })
})

it('serves a folder over HTTPS, and what becomes of it', async () => {
  const { folder, write } = await makeFolder()
  await write('a/index.html', 'one')
  const pair = await makePair()
  const server = await serve({
    releases: folderReleases(folder),
    origin: 'https://localhost',
    host: '127.0.0.1',
    httpPort: 0,
    httpsPort: 0,
    secure: (use) => {
      use(pair)
      return () => {}
    },
    log: keepingLog(),
  })
  onTestFinished(() => server.stop({ graceMs: 0 }))
  const read = async (ask: typeof ask1) => (await ask(server.httpsPort, { path: '/a/' })).body.toString()
  expect(await read(ask1)).toBe('one')
  const { id } = server.release()
  await write('a/index.html', 'two and more')
  await until(() => server.release().id !== id)
  expect(await read(ask2)).toBe('two and more')
})
