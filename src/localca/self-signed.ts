import type { Clock } from '../base/clock.ts'
import { type LocalCertificate, readPair } from './certificate.ts'
import { newKey } from './new-key.ts'
import { keyUsage, serverAuth, signCertificate, subjectNames } from './sign-certificate.ts'

const MINUTE = 60_000
const SEVEN_DAYS = 7 * 86_400_000

/**
 * A certificate that nobody vouches for: what a server shows for its real names while the first order is under way.
 * Names are A-labels or IP addresses.
 */
export function selfSigned(names: readonly string[], clock: Clock): LocalCertificate {
  const { privateKey, publicKey, pem } = newKey()
  const name = 'Inkseal placeholder'
  const chain = signCertificate({
    subject: name,
    publicKey,
    issuer: { name, privateKey, publicKey },
    notBefore: new Date(clock() - MINUTE),
    notAfter: new Date(clock() + SEVEN_DAYS),
    extensions: [keyUsage('digitalSignature'), serverAuth(), subjectNames(names)],
  })
  return readPair(pem, chain)
}
