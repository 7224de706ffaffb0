import { createPrivateKey, X509Certificate } from 'node:crypto'

/** A certificate with its key, ready to be served. Names are A-labels in lower case; key and chain are PEM, leaf first. */
export type Certificate = {
  readonly names: readonly string[]
  readonly key: string
  readonly chain: string
  readonly notBefore: Date
  readonly notAfter: Date
}

/**
 * Reads a key and a chain into a certificate.
 *
 * @throws Error where either is not PEM, or where the key is not that of the leaf
 */
export function readCertificate(key: string, chain: string): Certificate {
  const leaf = new X509Certificate(chain)
  if (!leaf.checkPrivateKey(createPrivateKey(key))) throw new Error('the key is not that of the certificate')
  return {
    names: subjectNames(leaf),
    key,
    chain,
    notBefore: leaf.validFromDate,
    notAfter: leaf.validToDate,
  }
}

/** The names in a certificate's SAN; what is not a DNS name keeps its prefix (`IP Address:…`). */
function subjectNames(leaf: X509Certificate): string[] {
  return (leaf.subjectAltName ?? '')
    .split(', ')
    .filter((name) => name !== '')
    .map((name) => name.replace(/^DNS:/, '').toLowerCase())
}

/** How long a certificate holds in all, in milliseconds. */
export const lifetime = ({ notBefore, notAfter }: Pick<Certificate, 'notBefore' | 'notAfter'>): number =>
  notAfter.getTime() - notBefore.getTime()

/** Each certificate of a chain, as PEM, in the order of the file. */
export const splitChain = (chain: string): string[] =>
  chain.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? []
