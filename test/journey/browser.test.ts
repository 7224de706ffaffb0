import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Browser, openBrowser } from '../setup/browser.ts'
import { freePort } from '../setup/free-port.ts'
import { type Running, startInkseal } from '../setup/run-inkseal.ts'

const tools = inject('tools')
const pages = [
  '/',
  '/posts/',
  '/posts/lets-encrypt/',
  '/posts/how-a-post-looks/',
  '/posts/welcome/',
  '/tags/',
  '/tags/writing/',
  '/about/',
  '/nothing-here/',
]

describe.skipIf(!tools.chromium || !tools.certutil)(
  'the blog in a browser that trusts the local authority',
  { timeout: 120_000 },
  () => {
    let root: string
    let server: Running
    let browser: Browser
    let origin: string

    beforeAll(async () => {
      root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-browser-'))
      for (const name of ['content', 'static', 'inkseal.config.ts']) {
        await cp(name, path.join(root, name), { recursive: true })
      }
      const [http, https] = [await freePort(), await freePort()]
      origin = `https://localhost:${https}`
      const env = { INKSEAL_HOME: path.join(root, 'home') }
      const args = ['serve', '--root', root, '--http-port', String(http), '--https-port', String(https)]
      server = startInkseal(args, { env })
      await server.until(/Serving https:\/\/localhost/)
      browser = await openBrowser({ rootFile: path.join(root, 'home/root.pem') })
    })
    afterAll(async () => {
      await browser?.close()
      await server?.stop()
      await rm(root, { recursive: true, force: true })
    })

    /** A page whose requests to other hosts are answered with nothing, since tests have no internet. */
    async function open(url: string, options: Parameters<Browser['newPage']>[0] = {}) {
      const page = await browser.newPage(options)
      const messages: string[] = []
      page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`))
      page.on('pageerror', (error) => messages.push(`thrown: ${error.message}`))
      await page.route(
        (to) => to.origin !== origin,
        (route) =>
          route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>elsewhere</title>' }),
      )
      const response = await page.goto(origin + url)
      return { page, response, messages }
    }

    test('the seed article opens over HTTPS, with its player and not a word on the console', async () => {
      const { page, response, messages } = await open('/posts/lets-encrypt/')
      expect(response?.status()).toBe(200)
      expect(await response?.securityDetails()).toMatchObject({ protocol: 'TLS 1.3' })
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain("Let's Encrypt")
      expect(await page.locator('iframe').getAttribute('src')).toBe(
        'https://www.youtube-nocookie.com/embed/Crbf76AhbaQ',
      )
      expect(await page.locator('iframe').boundingBox()).toMatchObject({ width: expect.any(Number) })
      expect(messages).toEqual([])
      await mkdir('test/.shots', { recursive: true })
      await page.screenshot({ path: 'test/.shots/lets-encrypt.png', fullPage: true })
      await page.close()
    })

    test.each(['light', 'dark'] as const)(
      'no page breaks a rule of accessibility, in %s',
      async (colorScheme) => {
        const violations: string[] = []
        for (const url of pages) {
          const { page } = await open(url, { colorScheme })
          violations.push(...(await runAxe(page)).map((violation) => `${url}: ${violation}`))
          await page.close()
        }
        expect(violations).toEqual([])
      },
    )

    test.each([360, 768, 1440])('no page is wider than a screen of %i px', async (width) => {
      const { page } = await open('/', { viewport: { width, height: 800 } })
      for (const url of pages) {
        await page.goto(origin + url)
        expect(await page.evaluate(overflow), url).toBeLessThanOrEqual(0)
      }
      await page.close()
    })

    test('feeds and sitemap are well-formed XML', async () => {
      const { page } = await open('/')
      for (const file of ['index.xml', 'posts/index.xml', 'tags/writing/index.xml', 'sitemap.xml']) {
        const text = await readFile(path.join(root, 'public', file), 'utf8')
        const wrong = await page.evaluate(
          `new DOMParser().parseFromString(${JSON.stringify(text)}, 'application/xml').querySelector('parsererror')?.textContent`,
        )
        expect(wrong, file).toBeUndefined()
      }
      await page.close()
    })

    test('without JavaScript every page is complete', async () => {
      const { page } = await open('/posts/how-a-post-looks/', { javaScriptEnabled: false })
      expect(await page.locator('nav a[href="#words"]').count()).toBe(1)
      expect(await page.locator('pre code').first().isVisible()).toBe(true)
      await page.close()
    })
  },
)

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

async function runAxe(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const violations = await page.evaluate<readonly Violation[]>(
    'axe.run().then(({ violations }) => violations)',
  )
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)
}
