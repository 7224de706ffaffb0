import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { SiteError } from '../../../src/base/site-error.ts'
import { formatUrlMemory } from '../../../src/output/url-memory/format-url-memory.ts'
import { parseUrlMemory, readUrlMemory } from '../../../src/output/url-memory/read-url-memory.ts'
import { emptyMemory, type UrlMemory } from '../../../src/output/url-memory/url-memory.ts'
import { writeUrlMemory } from '../../../src/output/url-memory/write-url-memory.ts'

const memory: UrlMemory = {
  pages: {
    'content/b.md': { url: '/b/', title: 'B "quoted"' },
    'content/a.md': { url: '/a/', title: 'A', date: '2026-01-01', sketch: '00ff' },
  },
  moved: { '/old/': 'content/a.md' },
  gone: ['/z/', '/y/'],
}

const text = `{
  "about": "Inkseal remembers here which addresses pages have and had. Commit it.",
  "pages": {
    "content/a.md": {"url":"/a/","title":"A","date":"2026-01-01","sketch":"00ff"},
    "content/b.md": {"url":"/b/","title":"B \\"quoted\\""}
  },
  "moved": {
    "/old/": "content/a.md"
  },
  "gone": [
    "/y/",
    "/z/"
  ]
}
`

async function makeRoot() {
  const root = await mkdtemp(path.join(tmpdir(), 'inkseal-urls-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  return root
}

test('the file is sorted, a line for each entry, and is read as it was written', () => {
  expect(formatUrlMemory(memory)).toBe(text)
  expect(parseUrlMemory(text)).toEqual({ ...memory, gone: ['/y/', '/z/'] })
  expect(parseUrlMemory(formatUrlMemory(emptyMemory))).toEqual(emptyMemory)
})

test('a site without the file remembers nothing', async () => {
  expect(await readUrlMemory(await makeRoot())).toEqual(emptyMemory)
})

test('the file is written only where it says something new, whatever its line ends', async () => {
  const root = await makeRoot()
  const file = path.join(root, 'urls.json')
  await writeFile(file, text.replaceAll('\n', '\r\n'))
  const before = await stat(file)
  await writeUrlMemory(root, memory)
  expect((await stat(file)).ino).toBe(before.ino)
  await writeUrlMemory(root, { ...memory, gone: [] })
  expect(await readFile(file, 'utf8')).toContain('"gone": []')
})

test.each([
  [
    'a merge',
    text.replace('    "/y/"', '<<<<<<< HEAD\n    "/y/"'),
    'urls.json:11:1',
    'git has left both sides',
  ],
  ['a lost comma', text.replace('"00ff"},', '"00ff"}'), 'urls.json:5:5', 'it is not valid JSON'],
  ['a lost end', text.slice(0, -4), 'urls.json:13:3', 'it is not valid JSON'],
  [
    'an entry of another kind',
    text.replace('"url":"/a/"', '"url":7'),
    'urls.json:4:22',
    'content/a.md → url',
  ],
  ['another file', '[]', 'urls.json:1:1', 'is not what Inkseal writes'],
])('%s in the file is told with its place', (_, damaged, place, reason) => {
  try {
    parseUrlMemory(damaged)
    expect.unreachable()
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    expect(error.code).toBe('output/urls')
    expect(error.message).toContain(reason)
    expect(`${error.place?.path}:${error.place?.line}:${error.place?.column}`).toBe(place)
  }
})
