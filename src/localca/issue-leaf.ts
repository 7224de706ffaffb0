import type { LocalCertificate } from './certificate.ts'
import { newKeys, readKey, serverExtensions, signCertificate } from './sign-certificate.ts'
import { x509 } from './x509.ts'

const MINUTE = 60_000
const NINETY_DAYS = 90 * 86_400_000

/** Makes a certificate for names of this machine, which never outlives its root. */
export async function issueLeaf(
  root: LocalCertificate,
  names: readonly string[],
  now: number,
): Promise<LocalCertificate> {
  const authority = new x509.X509Certificate(root.chain)
  return signCertificate({
    // No subject: only the SAN counts (RFC 9525 §2), and an empty subject leaves nothing to disagree with it.
    keys: await newKeys(),
    issuer: {
      name: authority.subjectName,
      publicKey: authority.publicKey,
      privateKey: await readKey(root.key),
    },
    notBefore: now - MINUTE,
    notAfter: Math.min(now + NINETY_DAYS, root.notAfter.getTime()),
    extensions: serverExtensions(names),
  })
}
