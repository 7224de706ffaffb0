import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { UserConfig } from '../../src/config/user-config.ts'
import { loadContent, post } from './load-content.ts'

type Recorded = {
  /** Front matter by name, its fields parted by semicolons. */
  readonly posts: Readonly<Record<string, string>>
  /** The related pages of each that Hugo 0.169 finds, by default and under the custom config below. */
  readonly default: Readonly<Record<string, string>>
  readonly custom: Readonly<Record<string, string>>
}

const recorded: Recorded = JSON.parse(await readFile(path.join(import.meta.dirname, 'related.json'), 'utf8'))

const titleOf = (name: string) => name.replace(/^p0?/, 'P')

const relatedOf = async (config: UserConfig) => {
  const files = Object.entries(recorded.posts).map(([name, fields]) => {
    const folder = name === 'about' ? '' : 'posts/'
    return [`content/${folder}${name}.md`, post(`title: ${titleOf(name)}`, ...fields.split('; '))] as const
  })
  const { site } = await loadContent(Object.fromEntries(files), config)
  const pages = site.pages.filter(({ kind }) => kind === 'page')
  const nameOf = (page: { path: string }) => path.basename(page.path)
  return Object.fromEntries(pages.map((page) => [nameOf(page), site.related(page).map(nameOf).join(' ')]))
}

test('related pages are those that Hugo finds, in its order', async () => {
  expect(await relatedOf({})).toEqual(recorded.default)
})

test('weights, patterns, thresholds and case are as Hugo takes them', async () => {
  const related = {
    threshold: 50,
    includeNewer: true,
    toLower: true,
    indices: [
      { name: 'Tags', weight: 100, cardinalityThreshold: 40 },
      { name: 'date', weight: 20, pattern: '200601' },
      { name: 'subject', weight: 30 },
    ],
  }
  expect(await relatedOf({ related })).toEqual(recorded.custom)
})
