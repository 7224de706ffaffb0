import { expect, test } from 'vitest'
import type { UserConfig } from '../../src/config/user-config.ts'
import { formatsOf } from '../../src/content/formats-of.ts'
import { siteOf } from '../output/site-of.ts'

function formats(matter: string, user: UserConfig = {}) {
  const site = siteOf({ 'posts/a.md': `---\ntitle: A\n${matter}---\n` }, user)
  const page = site.bySource.get('posts/a.md')
  return page ? [...formatsOf(page, site.config)] : []
}

test('a page is HTML, and what the config says of pages', () => {
  expect(formats('')).toEqual(['html'])
  expect(formats('', { outputs: { page: ['html', 'markdown'] } })).toEqual(['html', 'markdown'])
})

test('its own outputs stand instead of those, but Markdown alone is only beside it', () => {
  expect(formats('outputs: [rss]\n')).toEqual(['rss'])
  expect(formats('outputs: [markdown]\n')).toEqual(['html', 'markdown'])
})

test('what is not rendered or switched off is nothing', () => {
  expect(formats('build: {render: never}\n')).toEqual([])
  expect(formats('', { disable: ['page'] })).toEqual([])
  expect(formats('outputs: [html, rss, json]\n', { disable: ['RSS'] })).toEqual(['html'])
})
