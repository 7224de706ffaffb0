import { createPrivateKey, X509Certificate } from 'node:crypto'

/** A certificate with its key, ready to be served. Names as they stand in the SAN; key and chain are PEM, leaf first. */
export type LocalCertificate = {
  readonly names: readonly string[]
  readonly key: string
  readonly chain: string
  readonly notBefore: Date
  readonly notAfter: Date
}

/**
 * Reads a key and a certificate that belong together.
 *
 * @throws Error where either is not PEM, or where the key is not the certificate's
 */
export function readPair(key: string, chain: string): LocalCertificate {
  const x509 = new X509Certificate(chain)
  if (!x509.checkPrivateKey(createPrivateKey(key))) throw new Error('the key is not that of the certificate')
  const names = (x509.subjectAltName ?? '').split(', ').filter((name) => name !== '')
  return {
    names: names.map((name) => name.replace(/^(DNS|IP Address):/, '')),
    key,
    chain,
    notBefore: x509.validFromDate,
    notAfter: x509.validToDate,
  }
}
