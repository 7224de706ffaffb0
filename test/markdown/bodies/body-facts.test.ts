import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { SiteError } from '../../../src/base/site-error.ts'
import type { Kept, Made } from '../../../src/base/workshop.ts'
import { loadConfig } from '../../../src/config/load-config.ts'
import { resolveConfig } from '../../../src/config/resolve-config.ts'
import { createSite } from '../../../src/content/create-site.ts'
import { collectSite } from '../../../src/content/load-site.ts'
import type { Page } from '../../../src/content/page.ts'
import {
  bodyFacts,
  failureFacts,
  isLasting,
  type NewBody,
  readBody,
} from '../../../src/markdown/bodies/body-facts.ts'
import { createRenderer } from '../../../src/markdown/create-renderer.ts'
import type { RenderOutcome } from '../../../src/markdown/render-page.ts'
import { pageOf } from '../../content/page-of.ts'
import { wholeBody } from './whole-body.ts'

const fixtures = path.resolve('test/fixtures')
const broken = /^(config|hugo-config|theme|mistakes$|collisions$)/

const contents = resolveConfig({}, { root: '/site', files: [] }).markdown.contents

const made = { origin: 'key', isFleeting: false }

const keptOf = ({ facts, rest = '', text = '' }: Made): Kept => ({
  facts,
  rest: () => rest,
  text: () => text,
})

function readBack(outcome: RenderOutcome, page: Page, levels = contents) {
  return readBody(keptOf(bodyFacts({ ...outcome, ...made })), { page, contents: levels })
}

for (const name of (await readdir(fixtures)).filter((each) => !broken.test(each))) {
  test(`the bodies of ${name} are read back as they were`, async () => {
    const config = await loadConfig(path.join(fixtures, name, 'input'))
    const { sites } = await collectSite(config, { now: Date.UTC(2026, 10, 24), show: ['draft', 'future'] })
    let compared = 0
    for (const site of sites) {
      const render = createRenderer(site)
      for (const page of site.pages) {
        if (!page.source) continue
        const outcome = await render(page).catch((error: unknown) => {
          if (!(error instanceof SiteError)) throw error
        })
        if (!outcome) continue
        const { rendered, warnings, errors } = readBack(outcome, page, site.config.markdown.contents)
        expect(rendered?.digest).toMatch(/^[\w-]{43}$/)
        const { digest, ...body } = wholeBody(rendered)
        expect(body).toStrictEqual(outcome.rendered)
        expect({ warnings, errors }).toStrictEqual({ warnings: outcome.warnings, errors: outcome.errors })
        compared++
      }
    }
    expect(compared).toBeGreaterThan(0)
  })
}

async function outcomeOf(text: string): Promise<{ page: Page; outcome: RenderOutcome }> {
  const config = resolveConfig({ markdown: { wikilinks: true } }, { root: '/site', files: [] })
  const page = pageOf('posts/a.md', `---\ntitle: T\ndate: 2026-01-01\n---\n${text}`, config)
  const site = createSite({ config, pages: [page], all: [page], files: [] })
  return { page, outcome: await createRenderer(site)(page) }
}

test('a digest is that of what the body was made from, and of the body where that does not say all', async () => {
  const { page, outcome } = await outcomeOf('Text')
  const other = await outcomeOf('Other')
  const digestOf = (more: Partial<NewBody>) =>
    readBody(keptOf(bodyFacts({ ...outcome, ...made, ...more })), { page, contents }).rendered?.digest
  expect(digestOf({})).toBe(digestOf({}))
  expect(digestOf({ origin: 'other' })).not.toBe(digestOf({}))
  const fleeting = { isFleeting: true }
  expect(digestOf(fleeting)).toBe(digestOf(fleeting))
  expect(digestOf({ ...fleeting, ...other.outcome })).not.toBe(digestOf(fleeting))
})

test('the HTML is asked for each time, the rest once', async () => {
  const { page, outcome } = await outcomeOf('## One\n\n[Two](#one)')
  const body = bodyFacts({ ...outcome, ...made })
  const { text = '' } = body
  let asked = 0
  const kept = {
    ...keptOf(body),
    text: () => {
      asked++
      return text
    },
  }
  const { rendered } = readBody(kept, { page, contents })
  expect(asked).toBe(0)
  expect([rendered?.html, rendered?.html]).toEqual([text, text])
  expect(asked).toBe(2)
  expect(rendered?.links).toBe(rendered?.links)
  expect(rendered?.contents).toBe(rendered?.contents)
})

test('what failed is kept from nobody, and not for the next build', async () => {
  const { page, outcome } = await outcomeOf('Text')
  const error = { code: 'markdown/plugin', severity: 'error', message: 'Cannot' } as const
  const failed = failureFacts([error])
  expect(readBody(keptOf(failed), { page, contents })).toEqual({
    rendered: undefined,
    warnings: [],
    errors: [error],
  })
  const madeWith = (more: Partial<NewBody>) => bodyFacts({ ...outcome, ...made, ...more }).facts
  expect(
    [failed.facts, madeWith({ errors: [error] }), madeWith({ isFleeting: true }), madeWith({})].map(
      isLasting,
    ),
  ).toEqual([false, false, false, true])
})
