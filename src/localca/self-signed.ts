import type { Clock } from '../base/clock.ts'
import type { LocalCertificate } from './certificate.ts'
import { commonName, newKeys, serverExtensions, signCertificate } from './sign-certificate.ts'

const MINUTE = 60_000
const SEVEN_DAYS = 7 * 86_400_000

/**
 * A certificate that nobody vouches for: what a server shows for its real names while the first order is under way.
 * Names are A-labels or IP addresses.
 */
export async function selfSigned(names: readonly string[], clock: Clock): Promise<LocalCertificate> {
  const keys = await newKeys()
  const name = commonName('Inkseal placeholder')
  return signCertificate({
    subject: name,
    keys,
    issuer: { name, ...keys },
    notBefore: clock() - MINUTE,
    notAfter: clock() + SEVEN_DAYS,
    extensions: serverExtensions(names),
  })
}
