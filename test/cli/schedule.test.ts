import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import https from 'node:https'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort } from '../setup/free-port.ts'
import { runInkseal, startInkseal } from '../setup/run-inkseal.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-schedule-'))
  await mkdir(path.join(root, 'content/posts'), { recursive: true })
})
afterEach(() => rm(root, { recursive: true }))

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
const write = (name: string, matter: string) =>
  writeFile(path.join(root, 'content/posts', name), `---\ntitle: T\n${matter}\n---\nText\n`)

test('a running server publishes and withdraws by itself', { timeout: 120_000 }, async () => {
  await write('old.md', 'date: 2026-01-01')
  expect(await runInkseal(['build'], { cwd: root })).toMatchObject({ code: 0 })
  const moment = inSeconds(6)
  await write('new.md', `date: ${moment}`)
  await write('brief.md', `date: 2026-01-02\nexpiryDate: ${moment}`)
  const [httpPort, httpsPort] = [await freePort(), await freePort()]
  const server = startInkseal(
    ['serve', '--host', '127.0.0.1', '--http-port', `${httpPort}`, '--https-port', `${httpsPort}`],
    { cwd: root, env: { INKSEAL_HOME: path.join(root, 'home') } },
  )
  await server.until(/Plain HTTP/)
  await server.until(/A page’s time has come: the site was built anew/)
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(moment))
  const { stdout } = await runInkseal(['build', '--json'], { cwd: root })
  // Nothing is left to build: the server's own build has both changes.
  expect(JSON.parse(stdout)).toMatchObject({ changed: false, posts: 2 })
  await expect.poll(() => ask(httpsPort, '/posts/new/'), { timeout: 10_000 }).toBe(200)
  expect(await ask(httpsPort, '/posts/brief/')).toBe(404)
  expect(await server.stop()).toMatchObject({ code: 0 })
})

test('a build that fails at the moment is told, and what is served stays', { timeout: 120_000 }, async () => {
  await write('new.md', `date: ${inSeconds(6)}`)
  const [httpPort, httpsPort] = [await freePort(), await freePort()]
  const server = startInkseal(
    ['serve', '--host', '127.0.0.1', '--http-port', `${httpPort}`, '--https-port', `${httpsPort}`],
    { cwd: root, env: { INKSEAL_HOME: path.join(root, 'home') } },
  )
  await server.until(/Plain HTTP/)
  await write('broken.md', 'date: nonsense')
  await server.until(/the site cannot be built: what is served stays\n.*matter\/invalid-date/)
  expect(await server.stop()).toMatchObject({ code: 0 })
})

/** The certificate is the local authority's, which this test does not look at. */
const ask = (port: number, path: string) =>
  new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, servername: 'localhost', rejectUnauthorized: false }
    https
      .get({ ...options, headers: { host: `localhost:${port}` } }, (response) =>
        resolve(response.resume().statusCode),
      )
      .on('error', reject)
  })
