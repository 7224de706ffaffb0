import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRelease } from '../../src/release/open-release.ts'

const POSTS = 15

let root: string
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-crash-'))
  await writePosts('first')
  expect(await build()).toBe(0)
})
afterAll(() => rm(root, { recursive: true }))

async function writePosts(word: string) {
  await mkdir(path.join(root, 'content/posts'), { recursive: true })
  for (let index = 0; index < POSTS; index++) {
    const text = `---\ntitle: ${word} ${index}\ndate: 2026-01-01\ntags: [t${index}]\n---\n${`${word} `.repeat(500)}`
    await writeFile(path.join(root, `content/posts/p${index}.md`), text)
  }
}

/** Builds in a process of its own, which is killed after a number of milliseconds. */
function build(killAfter?: number): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['bin/inkseal.js', 'build', '--root', root], { stdio: 'ignore' })
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code)
    })
  })
}

/** The release is whole: every file of the manifest is there with its bytes, and all pages are of one build. */
async function checkPublished(): Promise<string> {
  const { dir, manifest } = await openRelease(root)
  for (const [file, { size }] of Object.entries(manifest.files)) {
    expect((await stat(path.join(dir, file))).size, file).toBe(size)
  }
  const words = new Set<string>()
  for (let index = 0; index < POSTS; index++) {
    const html = await readFile(path.join(dir, `posts/p${index}/index.html`), 'utf8')
    words.add(/<h1[^>]*>\s*(\w+) /.exec(html)?.[1] ?? 'none')
  }
  expect(words.size).toBe(1)
  return [...words].join()
}

test('a build that is killed at any moment leaves a whole release, and the next one cleans up', {
  timeout: 120_000,
}, async () => {
  const began = performance.now()
  await writePosts('second')
  expect(await build()).toBe(0)
  const whole = performance.now() - began
  expect(await checkPublished()).toBe('second')
  const seen = new Set<string>()
  for (let step = 1; step <= 12; step++) {
    await writePosts(`word${step}`)
    await build((whole * step) / 11)
    seen.add(await checkPublished())
  }
  // Some were killed before the swap of the link, so that the moments were worth trying.
  expect(seen.size).toBeLessThan(12)
  await writePosts('last')
  expect(await build()).toBe(0)
  expect(await checkPublished()).toBe('last')
  const { id } = await openRelease(root)
  const names = await readdir(path.join(root, 'releases'))
  expect(names).toContain(`${id}.json`)
  for (const name of names)
    expect(names).toContain(name.endsWith('.json') ? name.slice(0, -5) : `${name}.json`)
  expect((await readdir(root)).sort()).toEqual(['.inkseal', 'content', 'public', 'releases', 'urls.json'])
})
