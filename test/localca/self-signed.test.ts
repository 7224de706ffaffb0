import { X509Certificate } from 'node:crypto'
import tls from 'node:tls'
import { expect, test } from 'vitest'
import { selfSigned } from '../../src/localca/self-signed.ts'

test('a placeholder holds for a week and for the names asked for', async () => {
  const now = Date.UTC(2026, 10, 24)
  const { names, key, chain, notBefore, notAfter } = await selfSigned(
    ['example.org', 'www.example.org', '192.0.2.7', '2001:db8::7'],
    () => now,
  )
  expect(names).toEqual(['example.org', 'www.example.org', '192.0.2.7', '2001:DB8:0:0:0:0:0:7'])
  expect(notBefore).toEqual(new Date(now - 60_000))
  expect(notAfter).toEqual(new Date(now + 7 * 86_400_000))
  const x509 = new X509Certificate(chain)
  expect(x509.verify(x509.publicKey)).toBe(true)
  expect(x509.ca).toBe(false)
  expect(() => tls.createSecureContext({ key, cert: chain })).not.toThrow()
})

test('years from 2050 on are written with four digits', async () => {
  const { notAfter } = await selfSigned(['example.org'], () => Date.UTC(2051, 0, 1))
  expect(notAfter).toEqual(new Date(Date.UTC(2051, 0, 8)))
})

test('an address is the same in each of its spellings', async () => {
  const { names } = await selfSigned(['::', '::ffff:192.0.2.1', '2001:DB8::0:1'], Date.now)
  expect(names).toEqual(['0:0:0:0:0:0:0:0', '0:0:0:0:0:FFFF:C000:201', '2001:DB8:0:0:0:0:0:1'])
})
