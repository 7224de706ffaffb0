import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import { loadSite } from '../../src/content/load-site.ts'
import { readCommits } from '../../src/content/scan/read-commits.ts'

let root: string

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-commits-'))
  await mkdir(path.join(root, 'content', 'posts'), { recursive: true })
})

afterEach(() => rm(root, { recursive: true }))

const write = (name: string, text: string) => writeFile(path.join(root, 'content', 'posts', name), text)

function commit(date: string) {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: root,
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      stdio: 'ignore',
    })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '-m', 'x')
}

test('a page was modified when its file was last committed, where the config asks', async () => {
  await write('a.md', '---\ntitle: A\ndate: 2020-01-01\n---\n')
  await write('ü b.md', '---\ntitle: B\n---\n')
  commit('2021-01-01T00:00:00Z')
  await write('a.md', '---\ntitle: A\ndate: 2020-01-01\n---\nMore.\n')
  commit('2022-02-02T00:00:00+02:00')
  await write('c.md', '---\ntitle: C\ndate: 2020-01-01\n---\n')
  const lastmods = async (lastmod: readonly string[]) => {
    const { site } = await loadSite(resolveConfig({ dates: { lastmod } }, { root, files: [] }), {
      now: Date.now(),
      show: [],
    })
    return Object.fromEntries(site.posts.map(({ title, matter }) => [title, matter.lastmod?.toISOString()]))
  }
  expect(await lastmods([':git', ':default'])).toEqual({
    A: '2022-02-01T22:00:00.000Z',
    B: '2021-01-01T00:00:00.000Z',
    C: '2020-01-01T00:00:00.000Z',
  })
  expect(await lastmods([':default'])).toEqual({
    A: '2020-01-01T00:00:00.000Z',
    B: undefined,
    C: '2020-01-01T00:00:00.000Z',
  })
})

test('a folder in no repository has no commits', async () => {
  expect(await readCommits(root)).toEqual(new Map())
})
