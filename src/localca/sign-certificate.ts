import { createPrivateKey, KeyObject } from 'node:crypto'
import { isIP, isIPv6 } from 'node:net'
import { type LocalCertificate, readPair } from './certificate.ts'
import { x509 } from './x509.ts'

const ECDSA_P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

export type Keys = { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey }

export type CertificateRequest = {
  /** The subject's name; without one the subject stays empty and the SAN says all. */
  readonly subject?: x509.Name
  readonly keys: Keys
  readonly issuer: {
    readonly name: x509.Name
    readonly publicKey: CryptoKey | x509.PublicKey
    readonly privateKey: CryptoKey
  }
  /** Since 1970, in milliseconds; a certificate counts whole seconds. */
  readonly notBefore: number
  readonly notAfter: number
  readonly extensions: readonly x509.Extension[]
}

/** Makes a certificate (RFC 5280 §4.1) for a P-256 key, signed by a P-256 key. */
export async function signCertificate(request: CertificateRequest): Promise<LocalCertificate> {
  const { subject, keys, issuer } = request
  const certificate = await x509.X509CertificateGenerator.create({
    ...(subject && { subject }),
    issuer: issuer.name,
    publicKey: keys.publicKey,
    signingKey: issuer.privateKey,
    signingAlgorithm: ECDSA_P256,
    notBefore: new Date(request.notBefore),
    notAfter: new Date(request.notAfter),
    extensions: [
      new x509.SubjectKeyIdentifierExtension(await keyId(keys.publicKey)),
      new x509.AuthorityKeyIdentifierExtension(await keyId(issuer.publicKey)),
      ...request.extensions,
    ],
  })
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' })
  return readPair(key.toString(), `${certificate.toString('pem')}\n`)
}

/** A new P-256 pair. */
export const newKeys = (): Promise<Keys> => crypto.subtle.generateKey(ECDSA_P256, true, ['sign', 'verify'])

/** Reads a P-256 key, given as PEM. */
export function readKey(pem: string): Promise<CryptoKey> {
  const bytes = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' })
  return crypto.subtle.importKey('pkcs8', bytes, ECDSA_P256, false, ['sign'])
}

/** RFC 7093 §2, method 1: the first 160 bits of the SHA-256 of the key, in hexadecimal. */
export async function keyId(publicKey: CryptoKey | x509.PublicKey): Promise<string> {
  const digest = await (await x509.PublicKey.create(publicKey)).getKeyIdentifier('SHA-256')
  return Buffer.from(digest, 0, 20).toString('hex')
}

export const commonName = (name: string) => new x509.Name([{ CN: [{ utf8String: name }] }])

/** What makes a certificate one for a server. Names are host names or IP addresses. */
export function serverExtensions(names: readonly string[]): x509.Extension[] {
  const { digitalSignature } = x509.KeyUsageFlags
  return [
    new x509.KeyUsagesExtension(digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    // Critical, as it must be where the subject is empty (RFC 5280 §4.2.1.6).
    new x509.SubjectAlternativeNameExtension(names.map(generalName), true),
  ]
}

function generalName(name: string): x509.JsonGeneralName {
  if (!isIP(name)) return { type: 'dns', value: name }
  // The library takes hexadecimal groups only, and a URL has no others: ::ffff:192.0.2.1 is ::ffff:c000:201 there.
  const value = isIPv6(name) ? new URL(`http://[${name}]`).hostname.slice(1, -1) : name
  return { type: 'ip', value }
}
