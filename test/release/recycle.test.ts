import { spawn } from 'node:child_process'
import { appendFile, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listFiles } from '../../src/content/scan/scan.ts'
import { beginRelease } from '../../src/release/begin-release.ts'
import { openRelease } from '../../src/release/open-release.ts'
import { parseManifest } from '../../src/release/parse-manifest.ts'
import { artifact, createPublisher, digestOf, type Texts } from './site.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-recycle-'))
})
afterEach(() => rm(root, { recursive: true }))

const inode = async (...names: readonly string[]) => (await stat(path.join(root, ...names))).ino

/** Every finished release holds the files of its manifest with their bytes, and no others. */
async function checkReleases(): Promise<readonly string[]> {
  const names = await readdir(path.join(root, 'releases'))
  const ids = names.filter((name) => names.includes(`${name}.json`)).sort()
  for (const id of ids) {
    const { files } = parseManifest(await readFile(path.join(root, 'releases', `${id}.json`)))
    const dir = path.join(root, 'releases', id)
    expect([...(await listFiles(dir))].sort()).toEqual(Object.keys(files))
    for (const [name, { digest }] of Object.entries(files))
      expect(digestOf(await readFile(path.join(dir, name))), `${id} ${name}`).toBe(digest)
  }
  return ids
}

const same: Texts = { 'a/index.html': 'a', 'b/c/index.html': 'c' }

/** As many releases as are kept. */
async function publishFive(files: Texts = same) {
  const publish = createPublisher(root)
  const made = []
  for (let count = 0; count < 5; count++)
    made.push((await publish({ ...files, 'count.txt': String(count) })).release)
  return { publish, ids: made.map(({ id }) => id) }
}

test('the folder of the oldest release becomes the new one, and the others stay as they are', async () => {
  const { publish, ids } = await publishFive()
  const [oldest = '', ...others] = ids
  const [folder, page] = [await inode('releases', oldest, 'b/c'), await inode('public/a/index.html')]
  const { release } = await publish({ ...same, 'count.txt': '5' })
  expect(await inode('public/b/c')).toBe(folder)
  expect(await inode('public/a/index.html')).toBe(page)
  expect(await checkReleases()).toEqual([...others, release.id])
  expect((await readdir(path.join(root, 'releases'))).length).toBe(10)
})

test('what a release no longer has is not left in a folder that is used again', async () => {
  const { publish } = await publishFive({
    ...same,
    'gone/deep/er/index.html': 'gone',
    'gone/too.txt': 'gone',
    file: 'a file',
    'folder/index.html': 'in a folder',
    'changes.txt': 'first',
  })
  const next = { ...same, 'file/index.html': 'in a folder', folder: 'a file', 'changes.txt': 'second' }
  const { release } = await publish(next)
  await checkReleases()
  expect(await readdir(release.dir)).toEqual(['a', 'b', 'changes.txt', 'file', 'folder'])
})

test('a build that gives the same files takes no folder', async () => {
  const { publish, ids } = await publishFive()
  expect(await publish({ ...same, 'count.txt': '4' }, 'other inputs')).toMatchObject({ changed: false })
  expect(await checkReleases()).toEqual(ids)
})

test('a file that was edited in the oldest release is not carried over', async () => {
  const { publish, ids } = await publishFive()
  // Only there: the releases after it have another file of these bytes.
  const file = path.join(root, 'releases', ids[0] ?? '', 'a/index.html')
  const bytes = await readFile(file)
  await rm(file)
  await writeFile(file, bytes)
  const { mtimeMs } = await stat(path.join(root, 'releases', `${ids[0]}.json`))
  for (const name of ['', 'a', 'b', 'b/c'])
    await utimes(path.join(root, 'releases', ids[0] ?? '', name), mtimeMs / 1000 - 1, mtimeMs / 1000 - 1)
  const [page, folder] = [await inode('public/a/index.html'), await inode('releases', ids[0] ?? '', 'b')]
  await writeFile(file, 'b')
  const later = Date.now() / 1000 + 5
  await utimes(file, later, later)
  await publish({ ...same, 'count.txt': '5' })
  expect(await inode('public/b')).toBe(folder)
  expect(await inode('public/a/index.html')).toBe(page)
  await checkReleases()
})

test('a folder into which somebody put a file is not used again', async () => {
  const { publish, ids } = await publishFive()
  const stray = path.join(root, 'releases', ids[0] ?? '', 'b/stray.txt')
  await writeFile(stray, 'mine')
  const later = Date.now() / 1000 + 5
  await utimes(path.dirname(stray), later, later)
  await publish({ ...same, 'count.txt': '5' })
  expect(await checkReleases()).toHaveLength(5)
})

test('a file that was put into a release before its build was repeated is not carried over either', async () => {
  const publish = createPublisher(root)
  const { release } = await publish({ ...same, 'count.txt': '0' })
  await writeFile(path.join(release.dir, 'stray.txt'), 'mine')
  const later = Date.now() / 1000 + 5
  await utimes(release.dir, later, later)
  expect(await publish({ ...same, 'count.txt': '0' }, 'other inputs')).toMatchObject({ changed: false })
  for (let count = 1; count <= 5; count++) await publish({ ...same, 'count.txt': String(count) })
  expect(await checkReleases()).toHaveLength(5)
})

test('the oldest release is removed where its manifest cannot be read', async () => {
  const { publish, ids } = await publishFive()
  await appendFile(path.join(root, 'releases', `${ids[0]}.json`), '}')
  await publish({ ...same, 'count.txt': '5' })
  expect((await checkReleases())[0]).toBe(ids[1])
})

test('of many files, the folder is prepared beside the build, and kept where nothing came of it', {
  timeout: 60_000,
}, async () => {
  const many = Object.fromEntries(
    Array.from({ length: 3_000 }, (_, index) => [`p${index}.txt`, `page ${index}`]),
  )
  const publish = createPublisher(root)
  const first = await publish({ ...same, ...many, 'count.txt': '0' })
  const page = await inode('public/p7.txt')

  expect(await publish({ ...same, ...many, 'count.txt': '0' }, 'other inputs')).toMatchObject({
    changed: false,
  })
  const names = ['.spare', '.spare.json', first.release.id, `${first.release.id}.json`]
  expect(await readdir(path.join(root, 'releases'))).toEqual(names)

  // Edited when it has been linked already: neither taken over nor left in the folder.
  await writeFile(path.join(root, 'public/p8.txt'), 'edited')
  const later = Date.now() / 1000 + 5
  await utimes(path.join(root, 'public/p8.txt'), later, later)
  const spare = await inode('releases/.spare/b')
  const { release } = await publish({ ...same, ...many, 'count.txt': '1' })
  expect(await inode('public/b')).toBe(spare)
  expect(await inode('public/p7.txt')).toBe(page)
  expect(await readFile(path.join(release.dir, 'p8.txt'), 'utf8')).toBe('page 8')
  await rm(path.join(root, 'releases', first.release.id), { recursive: true })
  await rm(path.join(root, 'releases', `${first.release.id}.json`))
  expect(await checkReleases()).toEqual([release.id])

  const draft = await beginRelease({ root, clock: () => Date.UTC(2027, 0) })
  draft.write(artifact('count.txt', '2'))
  await draft.abandon()
  const kept = ['.spare', '.spare.json', release.id, `${release.id}.json`]
  expect(await readdir(path.join(root, 'releases'))).toEqual(kept)
  const { 'p9.txt': _, ...fewer } = many
  await publish({ ...same, ...fewer, 'count.txt': '3' })
  expect(await checkReleases()).toHaveLength(2)
})

/** Publishes in another process, which is killed some time after it has published `count` editions. */
function publishAndKill(first: number, count: number, delay: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['test/release/publish-endlessly.ts', root, String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let told = ''
    child.stdout.on('data', (chunk: Buffer) => {
      const before = told.split('\n').length
      told += chunk
      if (before <= count && told.split('\n').length > count) setTimeout(() => child.kill('SIGKILL'), delay)
    })
    child.once('error', reject)
    child.once('close', () => resolve(Number(told.trim().split('\n').at(-1))))
  })
}

test('whoever is killed while a folder is used again leaves whole releases, and the next one cleans up', {
  timeout: 120_000,
}, async () => {
  let edition = await publishAndKill(1, 6, 0)
  for (let round = 0; round < 8; round++) {
    const last = await publishAndKill(edition + 1, 1 + (round % 2), 3 * round)
    await checkReleases()
    const { dir } = await openRelease(root)
    const published = Number(await readFile(path.join(dir, 'edition.txt'), 'utf8'))
    // What was told to be published is; the one under way may be, and was not told yet.
    expect([last, last + 1]).toContain(published)
    edition = published
  }
  const { release } = await createPublisher(root, Date.UTC(2027, 0, 1))({ ...same })
  expect((await checkReleases()).at(-1)).toBe(release.id)
  const names = await readdir(path.join(root, 'releases'))
  expect(names).toHaveLength(2 * names.filter((name) => name.endsWith('.json')).length)
  expect(await readdir(root)).toEqual(['public', 'releases'])
})
