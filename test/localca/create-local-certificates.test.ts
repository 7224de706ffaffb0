import { execFile, fork } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import tls from 'node:tls'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import type { Diagnostic } from '../../src/base/diagnostic.ts'
import { readRoot } from '../../src/localca/authority-files.ts'
import type { LocalCertificate } from '../../src/localca/certificate.ts'
import { createLocalCertificates } from '../../src/localca/create-local-certificates.ts'
import { issueLeaf } from '../../src/localca/issue-leaf.ts'

const DAY = 86_400_000
const names = ['localhost', '127.0.0.1', '::1']
const exec = promisify(execFile)
const tools = inject('tools')

let dir: string
let told: string[]
let reported: Diagnostic[]

beforeEach(async () => {
  dir = path.join(await mkdtemp(path.join(os.tmpdir(), 'inkseal-localca-')), 'inkseal')
  told = []
  reported = []
})

afterEach(() => rm(path.dirname(dir), { recursive: true, force: true }))

const log = {
  info: (message: string) => told.push(message),
  report: (diagnostic: Diagnostic) => reported.push(diagnostic),
}

/** Starts an authority, stops it, and gives the certificate that its subscriber had by then. */
async function obtain(clock = Date.now): Promise<LocalCertificate> {
  const certificates = createLocalCertificates({ dir, names, clock, log })
  const given: LocalCertificate[] = []
  certificates.subscribe((certificate) => given.push(certificate))
  await certificates.start()
  await certificates.stop()
  expect(given).toHaveLength(1)
  const [only] = given
  if (!only) throw new Error('no certificate')
  return only
}

/** The same in a process of its own; `loaded` tells whether it loaded the library that makes certificates. */
async function startElsewhere(): Promise<{ readonly chain: string; readonly loaded: boolean }> {
  const script = path.join(await mkdtemp(path.join(path.dirname(dir), 'start-')), 'start.mjs')
  const source = path.resolve('src/localca/create-local-certificates.ts')
  await writeFile(
    script,
    `import { createLocalCertificates } from ${JSON.stringify(source)}
    const certificates = createLocalCertificates({
      dir: ${JSON.stringify(dir)}, names: ${JSON.stringify(names)}, clock: Date.now,
      log: { info: () => {}, report: () => {} },
    })
    let given
    certificates.subscribe(({ chain }) => { given = chain })
    await certificates.start()
    await certificates.stop()
    // reflect-metadata, which the library cannot be without, leaves this behind.
    process.send({ chain: given, loaded: 'getMetadata' in Reflect })`,
  )
  const child = fork(script)
  const [[sent], [code]] = await Promise.all([once(child, 'message'), once(child, 'exit')])
  expect(code).toBe(0)
  return sent
}

const rootBytes = () => readFile(path.join(dir, 'root.pem'), 'utf8')

/** Shakes hands by Node's (OpenSSL's) rules; gives undefined, or what is wrong with the certificate. */
async function handshake(certificate: LocalCertificate, name: string): Promise<string | undefined> {
  const server = tls.createServer({ key: certificate.key, cert: certificate.chain })
  server.on('tlsClientError', () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    const socket = tls.connect({
      port,
      host: '127.0.0.1',
      ca: await rootBytes(),
      servername: name,
      checkServerIdentity: (_, peer) => tls.checkServerIdentity(name, peer),
    })
    try {
      await once(socket, 'secureConnect')
      return undefined
    } catch (error) {
      return (error as Error).message
    } finally {
      socket.destroy()
    }
  } finally {
    server.close()
  }
}

test('the first use makes a root and a leaf that hold for this machine', async () => {
  const before = Date.now()
  const leaf = await obtain()
  expect(leaf.notBefore.getTime()).toBeLessThanOrEqual(before - 59_000)
  expect(leaf.notAfter.getTime() - before).toBeGreaterThan(89.9 * DAY)
  expect(leaf.notAfter.getTime() - before).toBeLessThan(90.1 * DAY)
  const x509 = new X509Certificate(leaf.chain)
  expect(x509.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1')
  expect(x509.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1')
  expect(x509.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  const root = new X509Certificate(await rootBytes())
  expect(root.ca).toBe(true)
  expect(root.validToDate.getTime() - before).toBeGreaterThan(3600 * DAY)
  expect(await handshake(leaf, 'localhost')).toBeUndefined()
  expect(told).toEqual([`Made a local authority in ${dir}`])
})

test('keys are for their owner only, the root for all', async () => {
  await obtain()
  const modes = Object.fromEntries(
    await Promise.all(
      ['.', 'root.pem', 'root.key', 'leaf.pem'].map(async (file) => [
        file,
        (await stat(path.join(dir, file))).mode & 0o777,
      ]),
    ),
  )
  expect(modes).toEqual({ '.': 0o700, 'root.pem': 0o644, 'root.key': 0o600, 'leaf.pem': 0o600 })
  expect((await readdir(dir)).sort()).toEqual(['leaf.pem', 'root.key', 'root.pem'])
})

test('a later start takes what is there and writes nothing', async () => {
  const first = await obtain()
  await chmod(dir, 0o500)
  const again = await obtain()
  await chmod(dir, 0o700)
  expect(again).toEqual(first)
})

test('what makes certificates is loaded only when one is due', async () => {
  expect((await startElsewhere()).loaded).toBe(true)
  expect((await startElsewhere()).loaded).toBe(false)
})

test.skipIf(!tools.openssl)('openssl accepts the leaf, strictly', async () => {
  await obtain()
  const { stdout } = await exec('openssl', [
    ...['verify', '-x509_strict', '-purpose', 'sslserver', '-verify_hostname', 'localhost'],
    ...['-CAfile', path.join(dir, 'root.pem'), path.join(dir, 'leaf.pem')],
  ])
  expect(stdout).toContain('OK')
})

test.skipIf(!tools.curl)('curl accepts the leaf', async () => {
  const leaf = await obtain()
  const server = tls.createServer({ key: leaf.key, cert: leaf.chain }, (socket) =>
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello'),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  for (const host of ['localhost', '127.0.0.1']) {
    const options = ['-sS', '--ipv4', '--noproxy', '*', '--cacert', path.join(dir, 'root.pem')]
    const answer = await exec('curl', [...options, `https://${host}:${port}/`])
    expect(answer.stdout).toBe('hello')
  }
  server.close()
})

test('the root’s key signs nothing for the outside', async () => {
  await obtain()
  const root = await readRoot(dir, Date.now())
  if (root.state !== 'good') throw new Error(root.state)
  const sign = (name: string) => issueLeaf(root.certificate, [name], Date.now())
  expect(await handshake(await sign('blog.localhost'), 'blog.localhost')).toBeUndefined()
  expect(await handshake(await sign('127.9.9.9'), '127.9.9.9')).toBeUndefined()
  expect(await handshake(await sign('example.org'), 'example.org')).toBe('permitted subtree violation')
  expect(await handshake(await sign('notlocalhost'), 'notlocalhost')).toBe('permitted subtree violation')
  expect(await handshake(await sign('192.0.2.1'), '192.0.2.1')).toBe('permitted subtree violation')
  expect(await handshake(await sign('2001:db8::1'), '2001:db8::1')).toBe('permitted subtree violation')
})

test('a leaf past two thirds of its life is renewed on start, one before that is kept', async () => {
  const first = await obtain()
  const root = await rootBytes()
  expect((await obtain(() => Date.now() + 59 * DAY)).chain).toBe(first.chain)
  const renewed = await obtain(() => Date.now() + 61 * DAY)
  expect(renewed.chain).not.toBe(first.chain)
  expect(renewed.key).not.toBe(first.key)
  expect(await rootBytes()).toBe(root)
})

test('a running authority renews and hands the new certificate over', async () => {
  let now = Date.now()
  const certificates = createLocalCertificates({ dir, names, clock: () => now, log, every: 10 })
  const given: LocalCertificate[] = []
  await certificates.start()
  const renewed = new Promise<void>((resolve) => {
    certificates.subscribe((certificate) => {
      given.push(certificate)
      if (given.length === 2) resolve()
    })
  })
  expect(given).toHaveLength(1)
  now += 61 * DAY
  await renewed
  await certificates.stop()
  expect(given[1]?.notAfter.getTime()).toBeGreaterThan(now + 89 * DAY)
})

test('a renewal that fails is told, and the certificate stays', async () => {
  let now = Date.now()
  const certificates = createLocalCertificates({ dir, names, clock: () => now, log, every: 10 })
  await certificates.start()
  await rm(dir, { recursive: true })
  await writeFile(dir, 'in the way')
  const given: LocalCertificate[] = []
  certificates.subscribe((certificate) => given.push(certificate))
  now += 61 * DAY
  await expect.poll(() => reported.length).toBeGreaterThan(0)
  await certificates.stop()
  expect(given).toHaveLength(1)
  expect(reported[0]).toMatchObject({ code: 'localca/files', severity: 'warning' })
})

test.each([
  ['damaged', () => writeFile(path.join(dir, 'leaf.pem'), 'x')],
  ['empty', () => writeFile(path.join(dir, 'leaf.pem'), '')],
  ['missing', () => rm(path.join(dir, 'leaf.pem'))],
  [
    'with another’s key',
    async () => {
      const file = path.join(dir, 'leaf.pem')
      const key = await readFile(path.join(dir, 'root.key'), 'utf8')
      await writeFile(file, key + (await readFile(file, 'utf8')).replace(/[\s\S]*PRIVATE KEY-----\n/, ''))
    },
  ],
])('a leaf that is %s is replaced, and the root is kept', async (_, harm) => {
  const first = await obtain()
  const root = await rootBytes()
  await harm()
  const next = await obtain()
  expect(next.chain).not.toBe(first.chain)
  expect(await rootBytes()).toBe(root)
  expect(await handshake(next, 'localhost')).toBeUndefined()
  expect(reported).toEqual([])
})

test.each([
  ['it is damaged, or its key belongs to another', () => writeFile(path.join(dir, 'root.pem'), 'x')],
  ['root.key is missing', () => rm(path.join(dir, 'root.key'))],
  ['root.pem is missing', () => rm(path.join(dir, 'root.pem'))],
  [
    'it is damaged, or its key belongs to another',
    async () => {
      const leaf = await readFile(path.join(dir, 'leaf.pem'), 'utf8')
      await writeFile(path.join(dir, 'root.key'), leaf)
    },
  ],
])('a root of which %s is made anew, and that is told', async (why, harm) => {
  const first = await obtain()
  const root = await rootBytes()
  await harm()
  const next = await obtain()
  expect(await rootBytes()).not.toBe(root)
  expect(next.chain).not.toBe(first.chain)
  expect(await handshake(next, 'localhost')).toBeUndefined()
  expect(reported).toHaveLength(1)
  expect(reported[0]).toMatchObject({ code: 'localca/new-root', severity: 'warning' })
  expect(reported[0]?.message).toContain(why)
})

test('an expired root is made anew', async () => {
  await obtain()
  const later = () => Date.now() + 3651 * DAY
  const leaf = await obtain(later)
  expect(leaf.notAfter.getTime()).toBeGreaterThan(later() + 89 * DAY)
  expect(reported[0]?.message).toContain('it has expired')
})

test('a leaf never outlives its root', async () => {
  await obtain()
  const root = new X509Certificate(await rootBytes())
  const leaf = await obtain(() => root.validToDate.getTime() - 10 * DAY)
  expect(leaf.notAfter).toEqual(root.validToDate)
})

test('several processes that start at once on a fresh machine share one root', async () => {
  const started = await Promise.all([1, 2, 3, 4].map(startElsewhere))
  const chains = started.map(({ chain }) => chain)
  expect(new Set(chains).size).toBe(1)
  expect(new X509Certificate(chains[0] ?? '').verify(new X509Certificate(await rootBytes()).publicKey)).toBe(
    true,
  )
})

test('nothing that is told holds a key', async () => {
  await obtain()
  const key = await readFile(path.join(dir, 'root.key'), 'utf8')
  await rm(path.join(dir, 'root.pem'))
  await obtain()
  const secret = key.split('\n')[1] ?? ''
  expect(secret).toHaveLength(64)
  expect(JSON.stringify([told, reported])).not.toContain(secret)
})

test('a folder that cannot be made is an error with what to do', async () => {
  await writeFile(dir, 'in the way')
  const certificates = createLocalCertificates({ dir, names, clock: Date.now, log })
  await expect(certificates.start()).rejects.toMatchObject({ name: 'SiteError', code: 'localca/files' })
  await certificates.stop()
})
