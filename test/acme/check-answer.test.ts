import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkAnswer } from '../../src/acme/check-answer.ts'
import { SiteError } from '../../src/base/site-error.ts'
import { localhostCertificate } from '../setup/localhost-certificate.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const hour = 3_600_000
const now = Date.UTC(2026, 10, 24)

type Leaf = { readonly names?: readonly string[]; readonly from?: number; readonly to?: number }

describe('what the CA sent', () => {
  let keys: CryptoKeyPair
  let key: string
  let strange: string

  beforeAll(async () => {
    keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
    key = x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
    strange = (await localhostCertificate()).key
  })

  async function leaf({ names = ['a.test', 'b.test'], from = now - hour, to = now + 24 * hour }: Leaf = {}) {
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      serialNumber: '03',
      notBefore: new Date(from),
      notAfter: new Date(to),
      keys,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns' as const, value }))),
      ],
    })
    return certificate.toString('pem')
  }

  const check = (chain: string, with_ = key) =>
    checkAnswer(chain, { names: ['b.test', 'a.test'], key: with_, now })

  it('is taken where key, names and dates are right, without what stands around it', async () => {
    const pem = await leaf()
    expect(check(`Bag Attributes: none\n${pem}\n\n`)).toMatchObject({
      names: ['a.test', 'b.test'],
      chain: `${pem.trim()}\n`,
      notBefore: new Date(now - hour),
      notAfter: new Date(now + 24 * hour),
    })
  })

  it.each<[string, Leaf, RegExp]>([
    ['a name fewer', { names: ['a.test'] }, /it is for a\.test$/],
    ['a name more', { names: ['a.test', 'b.test', 'c.test'] }, /it is for a\.test, b\.test, c\.test$/],
    ['another name', { names: ['a.test', 'x.test'] }, /it is for a\.test, x\.test$/],
    ['dates in the past', { to: now - 1_000 }, /it holds from .* to 2026-11-23T23:59:59/],
    ['dates in the future', { from: now + hour }, /it holds from 2026-11-24T01:00:00/],
  ])('is refused for %s', async (_, wrong, message) => {
    const pem = await leaf(wrong)
    expect(() => check(pem)).toThrow(message)
  })

  it('is taken where the clocks differ by a few minutes', async () => {
    expect(check(await leaf({ from: now + 60_000 })).names).toHaveLength(2)
  })

  it('is refused for another key, for a broken chain, and for what is no certificate', async () => {
    const pem = await leaf()
    expect(() => check(pem, strange)).toThrow(SiteError)
    const { root } = await localhostCertificate()
    expect(() => check(pem + root)).toThrow(/its chain is broken$/)
    for (const nothing of ['', 'sorry', pem.replace('BEGIN', 'BEING')])
      expect(() => check(nothing)).toThrow(SiteError)
  })
})
