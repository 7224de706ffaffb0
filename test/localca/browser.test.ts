import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { silentLog } from '../../src/base/log.ts'
import { readRoot } from '../../src/localca/authority-files.ts'
import type { LocalCertificate } from '../../src/localca/certificate.ts'
import { createLocalCertificates } from '../../src/localca/create-local-certificates.ts'
import { issueLeaf } from '../../src/localca/issue-leaf.ts'
import { type Browser, openBrowser } from '../setup/browser.ts'

const { chromium, certutil } = inject('tools')

describe.skipIf(!chromium || !certutil)('in Chromium', () => {
  let dir: string
  let rootFile: string
  let certificate: LocalCertificate
  let browser: Browser
  const server = https.createServer((_, response) => response.end('<title>sealed</title>'))
  let port: number

  beforeAll(async () => {
    dir = await mkdtemp(path.join(os.tmpdir(), 'inkseal-localca-'))
    const certificates = createLocalCertificates({
      dir,
      names: ['localhost', '127.0.0.1', '::1'],
      clock: Date.now,
      log: silentLog,
    })
    rootFile = certificates.rootFile
    certificates.subscribe((given) => {
      certificate = given
      server.setSecureContext({ key: given.key, cert: given.chain })
    })
    await certificates.start()
    await certificates.stop()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
    browser = await openBrowser({ rootFile })
  })

  afterAll(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
    await rm(dir, { recursive: true, force: true })
  })

  test.each(['localhost', '127.0.0.1'])('a page on %s opens where the root is trusted', async (host) => {
    const page = await browser.newPage()
    const answer = await page.goto(`https://${host}:${port}/`)
    expect(await page.title()).toBe('sealed')
    expect(await answer?.securityDetails()).toMatchObject({
      issuer: expect.stringContaining('Inkseal local authority'),
    })
  })

  test('and does not where it is not trusted', async () => {
    const stranger = await openBrowser()
    try {
      const page = await stranger.newPage()
      await expect(page.goto(`https://localhost:${port}/`)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID')
    } finally {
      await stranger.close()
    }
  })

  test('a name outside of the root’s constraints is refused', async () => {
    const root = await readRoot(dir, Date.now())
    if (root.state !== 'good') throw new Error(root.state)
    const leaf = await issueLeaf(root.certificate, ['localhost', 'example.org'], Date.now())
    server.setSecureContext({ key: leaf.key, cert: leaf.chain })
    try {
      const page = await browser.newPage()
      await expect(page.goto(`https://localhost:${port}/again`)).rejects.toThrow(/ERR_CERT/)
    } finally {
      server.setSecureContext({ key: certificate.key, cert: certificate.chain })
    }
  })
})
