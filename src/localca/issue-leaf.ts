import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { type LocalCertificate, readPair } from './certificate.ts'
import { newKey } from './new-key.ts'
import { keyUsage, serverAuth, signCertificate, subjectNames } from './sign-certificate.ts'

const MINUTE = 60_000
const NINETY_DAYS = 90 * 86_400_000

/** Makes a certificate for names of this machine, which never outlives its root. */
export function issueLeaf(root: LocalCertificate, names: readonly string[], now: number): LocalCertificate {
  const { publicKey, pem } = newKey()
  const chain = signCertificate({
    // Only the SAN counts (RFC 9525 §2), and an empty subject leaves nothing to disagree with it.
    subject: undefined,
    publicKey,
    issuer: {
      name: rootName(root),
      privateKey: createPrivateKey(root.key),
      publicKey: createPublicKey(root.chain),
    },
    notBefore: new Date(now - MINUTE),
    notAfter: new Date(Math.min(now + NINETY_DAYS, root.notAfter.getTime())),
    extensions: [keyUsage('digitalSignature'), serverAuth(), subjectNames(names)],
  })
  return readPair(pem, chain)
}

const rootName = (root: LocalCertificate): string =>
  /^CN=(.*)$/m.exec(new X509Certificate(root.chain).subject)?.[1] ?? ''
