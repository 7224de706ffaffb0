import { generateKeyPairSync } from 'node:crypto'

/** A new P-256 key, with its private half as PEM (PKCS #8) too. */
export function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  return { privateKey, publicKey, pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}
