import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRelease } from '../../src/release/open-release.ts'
import type { Release } from '../../src/release/release.ts'
import { buildOwnSite, type OwnSite } from '../setup/own-site.ts'

let site: OwnSite
let release: Release
beforeAll(async () => {
  site = await buildOwnSite('--drafts')
  release = await openRelease(site.root)
})
afterAll(() => site.remove())

const read = (file: string) => readFile(path.join(release.dir, file), 'utf8')
const documents = () => Object.keys(release.manifest.files).filter((file) => file.endsWith('.html'))

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // How a tag is written, where both ways are valid: unified and Preact each have theirs.
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'no-trailing-whitespace': 'off',
      'doctype-style': 'off',
      // An author's text is not ours to wrap, nor how long she makes a title.
      'no-inline-style': 'error',
      'long-title': 'off',
      'tel-non-breaking': 'off',
    },
  })
  const problems: string[] = []
  for (const file of documents()) {
    const report = await validator.validateString(await read(file), file)
    for (const { messages } of report.results) {
      for (const { line, column, ruleId, message } of messages) {
        problems.push(`${file}:${line}:${column} ${ruleId}: ${message}`)
      }
    }
  }
  expect(documents().length).toBeGreaterThan(8)
  expect(problems).toEqual([])
})

test('every link within the site leads to something, and every anchor is there', async () => {
  const broken: string[] = []
  for (const file of documents()) {
    for (const [, address = ''] of (await read(file)).matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const base = `https://localhost:8443/${file.replace(/index\.html$/, '')}`
      const { origin, pathname, hash } = new URL(address.replaceAll('&#x26;', '&'), base)
      if (origin !== 'https://localhost:8443') continue
      const target = decodeURI(pathname).slice(1) + (pathname.endsWith('/') ? 'index.html' : '')
      if (!release.manifest.files[target]) broken.push(`${file}: ${address}`)
      else if (hash && !(await read(target)).includes(`id="${decodeURIComponent(hash.slice(1))}"`)) {
        broken.push(`${file}: ${address}`)
      }
    }
  }
  expect(broken).toEqual([])
})

test('the seed article is there as it was written, with its links, headings and player', async () => {
  const source = await readFile('content/posts/lets-encrypt.md')
  expect(createHash('sha256').update(source).digest('hex')).toBe(
    '83fe0689f8e6b9277f0a4cb623fd0495a2fc8b57bc7b13f7853666bdd0fa82be',
  )
  const html = await read('posts/lets-encrypt/index.html')
  expect(html).toContain('https://www.youtube-nocookie.com/embed/Crbf76AhbaQ')
  expect(html).toContain('<a href="https://twitter.com/jmhodges">Jeff Hodges</a>')
  expect(html).toContain('<a href="https://certbot.eff.org/docs/intro.html">')
  expect(html).toMatch(/<h3 id="how-lets-encrypt-works">How Let’s Encrypt works:/)
  expect(html).toMatch(/<h3 id="certbot">Certbot/)
  expect(html).toContain('<a href="/tags/lets-encrypt/"')
  expect(html).toContain(
    '<meta name="description" content="How I used Let\'s Encrypt on my site and how it works"',
  )
  expect(html).toContain('datetime="2017-11-12T00:40:19.000Z"')
  expect(html).not.toContain('{{')
})

test('a draft is marked, and is in no feed and no sitemap that is published', async () => {
  const published = await buildOwnSite()
  try {
    const { manifest, dir } = await openRelease(published.root)
    expect(manifest.files['posts/an-unfinished-thought/index.html']).toBeUndefined()
    for (const file of ['index.xml', 'feed.json', 'sitemap.xml', 'index.html']) {
      expect(await readFile(path.join(dir, file), 'utf8')).not.toContain('unfinished-thought/')
    }
  } finally {
    await published.remove()
  }
  expect(await read('posts/an-unfinished-thought/index.html')).toContain('name="robots" content="noindex"')
})
