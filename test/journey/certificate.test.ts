import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import tls from 'node:tls'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createCertificates } from '../../src/acme/index.ts'
import { publishedReleases, serve } from '../../src/server/index.ts'
import { type CaProxy, startCaProxy } from '../setup/ca-proxy.ts'
import { freePort } from '../setup/free-port.ts'
import { hasPebble, type Pebble, startPebble } from '../setup/pebble.ts'
import { runInkseal, startInkseal } from '../setup/run-inkseal.ts'

const NAME = 'blog.example.com'

describe.skipIf(!hasPebble)('from a post to a certificate', () => {
  let pebble: Pebble
  let proxy: CaProxy
  let root: string
  beforeAll(async () => {
    pebble = await startPebble({ profiles: { quarter: 90 * 86_400, seconds: 10 } })
    proxy = await startCaProxy(pebble)
  })
  afterAll(async () => {
    await proxy.stop()
    await pebble.stop()
  })
  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-journey-'))
    await cp('content', path.join(root, 'content'), { recursive: true })
    await writeFile(path.join(root, 'ca.pem'), pebble.rootPem)
  })
  afterEach(() => rm(root, { recursive: true, force: true }))

  const configure = (profile: string, ports: { http: number; https: number }) =>
    writeFile(
      path.join(root, 'inkseal.config.ts'),
      `import { defineConfig } from 'inkseal'
export default defineConfig({
  site: { url: 'https://${NAME}' },
  server: { httpPort: ${ports.http}, httpsPort: ${ports.https} },
  acme: { agreeTos: true, directory: '${proxy.directory}', profile: '${profile}', trustedRoot: 'ca.pem' },
})
`,
    )

  /** The CA asks port 80 of the name; a router in between would send that on as this does. */
  function forwardChallengesTo(port: number) {
    pebble.answerWith(({ url, headers }, response) => {
      const request = http.get({ port, host: '127.0.0.1', path: url, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      request.on('error', () => response.destroy())
    })
  }

  test('serve gets its certificate by itself, and a restart orders no second one', {
    timeout: 90_000,
  }, async () => {
    const ports = { http: await freePort(), https: await freePort() }
    await configure('quarter', ports)
    forwardChallengesTo(ports.http)
    const ca = await pebble.issuingRoot()

    const first = startInkseal(['serve', '--root', root])
    onTestFinished(async () => void (await first.stop('SIGKILL')))
    await first.until(/Serving https:\/\/blog\.example\.com\//)
    // It listens from the first moment, with a certificate that nobody vouches for.
    expect((await handshake(ports.https)).authorized).toBe(false)
    const serial = await untilIssued(ports.https, ca)
    expect(await get(ports.https, '/posts/lets-encrypt/', ca)).toMatch(
      /^HTTP\/1.1 200 [\s\S]*youtube-nocookie.com/,
    )
    expect((await first.stop()).code).toBe(0)
    expect(proxy.count('order')).toBe(1)

    const status = await runInkseal(['cert', 'status', '--json', '--root', root])
    expect(status.code).toBe(0)
    expect(JSON.parse(status.stdout)).toMatchObject({ names: [NAME], certificate: { serial, daysLeft: 89 } })
    const shown = await runInkseal(['cert', 'status', '--root', root])
    expect(shown.stdout).toMatch(/issuer +Pebble Intermediate CA[\s\S]*89 days left[\s\S]*renewal/)

    const second = startInkseal(['serve', '--root', root])
    onTestFinished(async () => void (await second.stop('SIGKILL')))
    await second.until(/Certificate by Pebble Intermediate CA/)
    expect((await handshake(ports.https, ca)).serial).toBe(serial)
    const { code, stderr } = await second.stop()
    expect({ code, order: proxy.count('order') }).toEqual({ code: 0, order: 1 })
    expect(stderr).not.toMatch(/PRIVATE KEY|error/)
  })

  test('a new certificate goes live while a client downloads, and nothing is cut off', {
    timeout: 90_000,
  }, async () => {
    const film = randomBytes(48 * 1024 * 1024)
    await mkdir(path.join(root, 'static'))
    await writeFile(path.join(root, 'static/film.mp4'), film)
    await writeFile(path.join(root, 'inkseal.config.ts'), 'export default {}')
    expect(await runInkseal(['build', '--root', root])).toMatchObject({ code: 0 })
    const reports: unknown[] = []
    const log = { info: () => {}, report: (diagnostic: unknown) => void reports.push(diagnostic) }
    const certificates = createCertificates({
      names: [NAME],
      directory: proxy.directory,
      storage: path.join(root, '.inkseal/acme'),
      webroot: path.join(root, 'public'),
      agreeTos: true,
      profile: 'seconds',
      trustedRoot: pebble.rootPem,
      clock: Date.now,
      log,
      tick: 200,
      lookup: async () => ['127.0.0.1'],
    })
    const server = await serve({
      releases: publishedReleases(root),
      origin: `https://${NAME}`,
      host: '127.0.0.1',
      httpPort: await freePort(),
      httpsPort: await freePort(),
      secure: certificates.subscribe,
      challenge: certificates.challenge,
      log,
    })
    onTestFinished(() => server.stop({ graceMs: 100 }))
    forwardChallengesTo(server.httpPort)
    await certificates.start()
    onTestFinished(certificates.stop)
    const ca = await pebble.issuingRoot()
    const before = await untilIssued(server.httpsPort, ca)

    // The download holds its breath until the certificate has changed under it, then goes on.
    const socket = await connect(server.httpsPort, ca)
    socket.write(`GET /film.mp4 HTTP/1.1\r\nHost: ${NAME}\r\nConnection: close\r\n\r\n`)
    const chunks: Buffer[] = []
    socket.once('data', (chunk: Buffer) => {
      chunks.push(chunk)
      socket.pause()
    })
    let after = before
    while (after === before) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      after = await untilIssued(server.httpsPort, ca)
    }
    const whole = new Promise<Buffer>((resolve, reject) => {
      socket.on('data', (chunk: Buffer) => chunks.push(chunk))
      socket.on('end', () => resolve(Buffer.concat(chunks)))
      socket.on('error', reject)
    })
    socket.resume()
    const answer = await whole
    expect(answer.subarray(answer.indexOf('\r\n\r\n') + 4).equals(film)).toBe(true)
    expect(reports).toEqual([])
  })
})

function connect(port: number, ca?: string): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, servername: NAME, ALPNProtocols: ['http/1.1'] }
    const socket = tls.connect(
      { ...options, ...(ca !== undefined && { ca }), rejectUnauthorized: false },
      () => resolve(socket),
    )
    socket.on('error', reject)
  })
}

async function handshake(port: number, ca?: string) {
  const socket = await connect(port, ca)
  const { authorized } = socket
  const serial = socket.getPeerCertificate().serialNumber
  socket.destroy()
  return { authorized, serial }
}

/** Waits until the server shows a certificate of that CA's, and gives its serial number. */
async function untilIssued(port: number, ca: string): Promise<string> {
  for (;;) {
    const { authorized, serial } = await handshake(port, ca).catch(() => ({ authorized: false, serial: '' }))
    if (authorized) return serial
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function get(port: number, url: string, ca: string): Promise<string> {
  const socket = await connect(port, ca)
  if (!socket.authorized) throw socket.authorizationError
  socket.write(`GET ${url} HTTP/1.1\r\nHost: ${NAME}\r\nConnection: close\r\n\r\n`)
  let text = ''
  for await (const chunk of socket.setEncoding('utf8')) text += chunk
  return text
}
