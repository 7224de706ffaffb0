import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Card, PlannedCard } from '../../../src/output/cards/card.ts'
import { createCardDrawer } from '../../../src/output/cards/create-card-drawer.ts'
import { drawCard, type Typefaces } from '../../../src/output/cards/draw-card.ts'
import { planCards } from '../../../src/output/cards/plan-cards.ts'
import { loadTypeface } from '../../../src/output/cards/typeface.ts'
import { siteOf } from '../site-of.ts'

const card: Card = {
  title: 'On ink',
  site: 'Inkseal',
  host: 'example.org',
  author: 'Ada',
  date: { local: '1 January 2026', iso: '2026-01-01' },
}

let faces: Typefaces
beforeAll(async () => {
  faces = { bold: await loadTypeface(600), plain: await loadTypeface(400) }
})

const planned = (title: string, key: string): PlannedCard => ({
  card: { ...card, title },
  key,
  path: `${key}.png`,
})

function drawerOf(root: string, cards: readonly PlannedCard[]) {
  const drawer = createCardDrawer(root)
  drawer.begin(cards)
  return drawer
}

async function makeRoot() {
  const root = await mkdtemp(path.join(tmpdir(), 'inkseal-cards-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  return root
}

test('a card is an image of the size that networks ask for, and the same bytes each time', async () => {
  const card = planned('On ink', 'a')
  const roots = [await makeRoot(), await makeRoot()]
  const images = await Promise.all(roots.map((root) => drawerOf(root, [card]).read(card)))
  expect(await sharp(images[0]).metadata()).toMatchObject({
    format: 'png',
    width: 1200,
    height: 630,
    channels: 3,
  })
  expect(images[0]).toEqual(images[1])
})

test('a card that was drawn is not drawn again, and one that nobody needs is let go', async () => {
  const root = await makeRoot()
  const folder = path.join(root, '.inkseal/cache/cards')
  const [one, two] = [planned('One', 'a'), planned('Two', 'b')]
  await drawerOf(root, [one, two]).read(two)
  await writeFile(path.join(folder, 'a.png'), 'kept')
  expect(String(await drawerOf(root, [one]).read(one))).toBe('kept')
  expect(await readdir(folder)).toEqual(['a.png'])
})

test('drawing ends when it is told to', async () => {
  const card = planned('One', 'a')
  const drawer = drawerOf(await makeRoot(), [card])
  drawer.stop()
  await expect(drawer.read(card)).rejects.toMatchObject({ code: 'output/card' })
})

test.each(['Приветствую', 'Ελληνικά και Tiếng Việt', 'Écrire à l’encre', 'a & b < c'])(
  'every letter of %s is drawn, and the path holds nothing but numbers',
  (title) => {
    expect(faces.bold.has(title)).toBe(true)
    expect(drawCard({ ...card, title }, faces)).not.toMatch(/NaN|undefined|Infinity/)
  },
)

test('a title in a script that the face does not have gives way to the site’s, and that to its host', () => {
  const drawn = (title: string, site: string) => drawCard({ ...card, title, site }, faces)
  expect(drawn('墨について', 'Inkseal')).toBe(drawn('Inkseal', 'Inkseal'))
  expect(drawn('墨について', '墨')).toBe(drawn('example.org', '墨'))
  expect(drawn('Ink 🚀 and seal 👩‍🚀', 'Inkseal')).toBe(drawn('Ink and seal', 'Inkseal'))
})

test('a date in such a script is written in figures', () => {
  const date = (local: string) => drawCard({ ...card, date: { local, iso: '2026-01-01' } }, faces)
  expect(date('2026年1月1日')).toBe(date('2026-01-01'))
})

test('posts without an image of their own get cards, each by what stands on it', () => {
  const site = siteOf({
    'posts/a.md': '---\ntitle: A\ndate: 2026-01-01\n---\n',
    'posts/b.md': '---\ntitle: B\ndate: 2026-01-01\nimages: [/b.png]\n---\n',
    'posts/c.md': '---\ntitle: C\ndate: 2026-01-01\ncover: {image: c.png}\n---\n',
    'posts/d/index.md': '---\ntitle: D\ndate: 2026-01-01\n---\n',
    'posts/d/my-cover.jpg': '',
    'about.md': '---\ntitle: About\n---\n',
  })
  // The home page's is named as the site is.
  expect(planCards([site]).cards.map(({ card }) => card.title)).toEqual(['S', 'A'])
  const pathIn = (title: string) =>
    planCards([siteOf({ 'posts/a.md': `---\ntitle: ${title}\ndate: 2026-01-01\n---\n` })]).cards[1]?.path
  expect(pathIn('A')).toMatch(/^assets\/cards\/[\w-]{22}\.png$/)
  expect(pathIn('A')).not.toBe(pathIn('B'))
})

test('no cards are planned where the config says so', () => {
  const content = { 'posts/a.md': '---\ntitle: A\ndate: 2026-01-01\n---\n' }
  expect(planCards([siteOf(content, { cards: false })]).cards).toEqual([])
})

test('the newest posts have cards of their own, and older ones that of the site', () => {
  const content = Object.fromEntries(
    ['1', '2', '3'].map((day) => [`posts/${day}.md`, `---\ntitle: ${day}\ndate: 2026-01-0${day}\n---\n`]),
  )
  const site = siteOf(content, { cards: 2 })
  const { cards, cardOf } = planCards([site])
  expect(cards.map(({ card }) => card.title)).toEqual(['S', '3', '2'])
  const cardsOfPosts = site.posts.map((page) => cardOf(page, site))
  expect(cardsOfPosts).toEqual([cards[1]?.path, cards[2]?.path, cards[0]?.path])
})
