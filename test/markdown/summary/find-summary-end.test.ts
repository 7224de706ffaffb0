import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { resolveConfig } from '../../../src/config/resolve-config.ts'
import { createSite } from '../../../src/content/create-site.ts'
import { createRenderer } from '../../../src/markdown/create-renderer.ts'
import { pageOf } from '../../content/page-of.ts'

// As many words as Hugo 0.169 was seen to count in each, by how many more behind it ended its summary.
const measured: Record<string, { text: string; words: number }> = JSON.parse(
  await readFile(path.join(import.meta.dirname, '../data/hugo-0.169-summary-words.json'), 'utf8'),
)

const config = resolveConfig({}, { root: '/site', files: [] })

/** Whether a summary of 70 words ends before the last paragraph, with so many words more behind a text. */
async function isEnough(text: string, words: number): Promise<boolean> {
  const page = pageOf(
    'posts/a.md',
    `---\ntitle: T\n---\n${text}\n\n${'w '.repeat(words)}w\n\nend\n\nend2`,
    config,
  )
  const site = createSite({ config, pages: [page], all: [page], files: [] })
  return (await createRenderer(site)(page)).rendered.truncated
}

test('an automatic summary ends where Hugo’s does, whatever stands before its end', async () => {
  const different: string[] = []
  for (const [name, { text, words }] of Object.entries(measured)) {
    const isEqual = (await isEnough(text, 69 - words)) && !(await isEnough(text, 68 - words))
    if (!isEqual) different.push(name)
  }
  // By one or two words: Chroma and highlight.js do not tell the same words apart in these, and two shortcodes print
  // other HTML.
  expect(different).toEqual([
    'code bash',
    'code yaml',
    'code go',
    'code rust',
    'code toml',
    'code console',
    'code java',
    'code sql',
    'code ini',
    'code dockerfile',
    'code js',
    'highlight',
    'details',
  ])
})
