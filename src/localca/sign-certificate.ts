import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIP, isIPv4, SocketAddress } from 'node:net'
import { der } from './der.ts'

export type CertificateRequest = {
  /** The subject's common name; without one the subject stays empty and the SAN says all. */
  readonly subject: string | undefined
  readonly publicKey: KeyObject
  readonly issuer: { readonly name: string; readonly privateKey: KeyObject; readonly publicKey: KeyObject }
  readonly notBefore: Date
  readonly notAfter: Date
  readonly extensions: readonly Uint8Array[]
}

/** Makes a certificate (RFC 5280 §4.1) for a P-256 key, signed by a P-256 key. Gives PEM. */
export function signCertificate(request: CertificateRequest): string {
  const { issuer } = request
  const algorithm = der.sequence(der.identifier(ECDSA_WITH_SHA256))
  const body = der.sequence(
    der.constructed(0, der.integer(Uint8Array.of(2))), // version 3
    der.integer(randomBytes(16)),
    algorithm,
    commonName(issuer.name),
    der.sequence(der.time(request.notBefore), der.time(request.notAfter)),
    commonName(request.subject),
    request.publicKey.export({ type: 'spki', format: 'der' }),
    der.constructed(
      3,
      der.sequence(
        extension('2.5.29.14', der.octets(keyId(request.publicKey))),
        extension('2.5.29.35', der.sequence(der.primitive(0, keyId(issuer.publicKey)))),
        ...request.extensions,
      ),
    ),
  )
  const certificate = der.sequence(body, algorithm, der.bits(sign('sha256', body, issuer.privateKey)))
  const lines = certificate.toString('base64').replace(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}

/** RFC 7093 §2, method 1: the first 160 bits of the SHA-256 of the key, which ends the SPKI of a P-256 key. */
export function keyId(publicKey: KeyObject): Buffer {
  const point = publicKey.export({ type: 'spki', format: 'der' }).subarray(-65)
  return createHash('sha256').update(point).digest().subarray(0, 20)
}

/** RFC 5280 §4.2.1.9: an authority that may sign leaves and no further authorities. */
export const authorityOnly = () =>
  critical('2.5.29.19', der.sequence(der.boolean(true), der.integer(Uint8Array.of(0))))

/** RFC 5280 §4.2.1.3: bit 0 is digitalSignature, bit 5 is keyCertSign, counted from the highest. */
export function keyUsage(use: 'digitalSignature' | 'keyCertSign'): Buffer {
  const bit = use === 'digitalSignature' ? 0 : 5
  return critical('2.5.29.15', der.bits(Uint8Array.of(0x80 >> bit), 7 - bit))
}

/** RFC 5280 §4.2.1.12. */
export const serverAuth = () => extension('2.5.29.37', der.sequence(der.identifier('1.3.6.1.5.5.7.3.1')))

/** RFC 5280 §4.2.1.6: critical, as it must be where the subject is empty. Names are host names or IP addresses. */
export function subjectNames(names: readonly string[]): Buffer {
  const general = names.map((name) =>
    isIP(name) ? der.primitive(7, addressBytes(name)) : der.primitive(2, Buffer.from(name)),
  )
  return critical('2.5.29.17', der.sequence(...general))
}

/** RFC 5280 §4.2.1.10: what an authority may sign at all. A host name stands for itself and all names below it. */
export function onlyFor(permitted: {
  readonly hosts: readonly string[]
  /** Address and mask: `127.0.0.0/255.0.0.0`. */
  readonly networks: readonly string[]
}): Buffer {
  const subtrees = [
    ...permitted.hosts.map((host) => der.primitive(2, Buffer.from(host))),
    ...permitted.networks.map((network) =>
      der.primitive(7, Buffer.concat(network.split('/').map(addressBytes))),
    ),
  ]
  const trees = subtrees.map((base) => der.sequence(base))
  return critical('2.5.29.30', der.sequence(der.constructed(0, ...trees)))
}

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'

const extension = (id: string, value: Uint8Array) => der.sequence(der.identifier(id), der.octets(value))

const critical = (id: string, value: Uint8Array) =>
  der.sequence(der.identifier(id), der.boolean(true), der.octets(value))

function commonName(name: string | undefined): Buffer {
  if (name === undefined) return der.sequence()
  return der.sequence(der.set(der.sequence(der.identifier('2.5.4.3'), der.utf8(name))))
}

function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number))
  const { address: full } = new SocketAddress({ address, family: 'ipv6' })
  const [head = '', tail] = full.split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const missing = 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array(tail === undefined ? 0 : missing).fill('0'), ...groups(tail)]
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex')
}
