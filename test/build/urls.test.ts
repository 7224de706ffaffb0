import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { type BuildOptions, build } from '../../src/build.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { findCurrentRelease } from '../../src/output/find-current-release.ts'
import { fingerprintInputs } from '../../src/output/fingerprint-inputs.ts'
import { version } from '../../src/version.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-urls-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  await write('inkseal.config.ts', 'export default { cards: false, outputs: { home: ["html"] } }')
  await write('content/a.md', '---\ntitle: A\ndate: 2026-01-01\n---\n')
  await write('content/draft.md', '---\ntitle: D\ndate: 2026-01-02\ndraft: true\n---\n')
})

const now = Date.UTC(2026, 10, 24)

async function write(file: string, text: string) {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), text)
}

const memory = () => readFile(path.join(root, 'urls.json'), 'utf8').catch(() => undefined)

async function buildSite(options: Partial<BuildOptions> = {}) {
  const { release } = await build({ config: await loadConfig(root), clock: () => now, ...options })
  return release.manifest
}

test('a page that moved leads on, and one that was removed is gone', async () => {
  await buildSite()
  await write('content/a.md', '---\ntitle: A\ndate: 2026-01-01\nslug: b\n---\n')
  expect((await buildSite()).redirects).toMatchObject({ '/a/': '/b/' })
  await rm(path.join(root, 'content/a.md'))
  expect((await buildSite()).gone.toSorted()).toEqual(['/a/', '/b/'])
})

test('what a build remembers does not make the next one necessary', async () => {
  await buildSite()
  expect(await memory()).toContain('"content/a.md": {"url":"/a/"')
  const config = await loadConfig(root)
  expect(
    await findCurrentRelease(config, {
      inputs: await fingerprintInputs(config, { version, show: [], now }),
      now,
    }),
  ).toBeDefined()
  await writeFile(
    path.join(root, 'urls.json'),
    (await memory())?.replace('"gone": []', '"gone": ["/x/"]') ?? '',
  )
  expect(
    await findCurrentRelease(config, {
      inputs: await fingerprintInputs(config, { version, show: [], now }),
      now,
    }),
  ).toBeUndefined()
})

test('a build that is not what readers are to see remembers nothing', async () => {
  await buildSite({ show: ['draft'] })
  expect(await memory()).toBeUndefined()
  await buildSite({ remember: false })
  expect(await memory()).toBeUndefined()
})

test('a build that fails remembers nothing, and a damaged file stays as it is', async () => {
  await write('content/bad.md', '---\ntitle: [\n---\n')
  await expect(buildSite()).rejects.toThrow()
  expect(await memory()).toBeUndefined()
  await rm(path.join(root, 'content/bad.md'))
  await write('urls.json', '{ "pages": ')
  await expect(buildSite()).rejects.toMatchObject({ code: 'output/urls' })
  expect(await memory()).toBe('{ "pages": ')
})
