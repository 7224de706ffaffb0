import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../setup/free-port.ts'
import { runInkseal, startInkseal } from '../setup/run-inkseal.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-serve-'))
  await mkdir(path.join(root, 'content/posts'), { recursive: true })
})
afterEach(() => rm(root, { recursive: true, force: true }))

const post = (title: string, date = '2026-01-01') =>
  writeFile(path.join(root, 'content/posts/a.md'), `---\ntitle: ${title}\ndate: ${date}\n---\nText\n`)

async function start() {
  const ports = { http: await freePort(), https: await freePort() }
  const args = [
    'serve',
    '--root',
    root,
    '--http-port',
    String(ports.http),
    '--https-port',
    String(ports.https),
  ]
  const running = startInkseal(args, { env: { INKSEAL_HOME: path.join(root, 'home') } })
  onTestFinished(async () => void (await running.stop('SIGKILL')))
  return { running, ports }
}

const location = (port: number) =>
  new Promise((resolve, reject) => {
    http
      .get({ port, host: '127.0.0.1', path: '/posts/' }, (answer) => resolve(answer.headers.location))
      .on('error', reject)
  })

test('it builds first where there is no release, says what it did, and ends with 0', async () => {
  await post('One')
  const { running, ports } = await start()
  await running.until(/Its local authority/)
  expect(await location(ports.http)).toBe(`https://localhost:${ports.https}/posts/`)
  const { code, stdout } = await running.stop('SIGINT')
  expect(code).toBe(0)
  expect(stdout).toContain(`Serving https://localhost:${ports.https}/`)
  expect(stdout).toMatch(/Built \d+ pages in [\d.]+ m?s: release/)
  expect(stdout).toContain('npx inkseal trust')
})

test('content that is newer than the release is built, and what is not is not', async () => {
  await post('One')
  const config = "import { defineConfig } from 'inkseal'\nexport default defineConfig({})\n"
  await writeFile(path.join(root, 'inkseal.config.ts'), config)
  expect(await runInkseal(['build', '--root', root])).toMatchObject({ code: 0 })
  const unchanged = await start()
  await unchanged.running.until(/Nothing changed since release/)
  await unchanged.running.stop()
  await post('Two')
  const changed = await start()
  await changed.running.until(/Built \d+ pages/)
  await changed.running.stop()
})

test('where the content is broken it tells so and serves the last good release', async () => {
  await post('One')
  expect(await runInkseal(['build', '--root', root])).toMatchObject({ code: 0 })
  await post('Two', '2026-02-30')
  const { running } = await start()
  await running.until(/the last good release is served/)
  const { code, stderr } = await running.stop()
  expect(code).toBe(0)
  expect(stderr).toContain('content/posts/a.md:3:7')
})

test.skipIf(!existsSync('/dev/full'))('a log that cannot be written is no reason to end', async () => {
  await post('One')
  const ports = { http: await freePort(), https: await freePort() }
  const program = path.resolve('bin/inkseal.js')
  const flags = `--root "${root}" --http-port ${ports.http} --https-port ${ports.https}`
  const command = `exec "${process.execPath}" "${program}" serve ${flags} >/dev/full 2>/dev/full`
  const child = spawn('sh', ['-c', command], {
    env: { ...process.env, INKSEAL_HOME: path.join(root, 'home') },
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  onTestFinished(() => void child.kill('SIGKILL'))
  let answer: unknown
  while (answer === undefined && child.exitCode === null) {
    answer = await location(ports.http).catch(() => new Promise((resolve) => setTimeout(resolve, 50)))
  }
  expect(answer).toBe(`https://localhost:${ports.https}/posts/`)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('where it is broken and there is no release, it ends with 1', async () => {
  await post('One', '2026-02-30')
  expect(await runInkseal(['serve', '--root', root])).toMatchObject({ code: 1 })
})
