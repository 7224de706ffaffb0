import { AsnConvert } from '@peculiar/asn1-schema'
import {
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_nameConstraints,
  NameConstraints,
} from '@peculiar/asn1-x509'
import type { LocalCertificate } from './certificate.ts'
import { ROOT_NAME } from './root-name.ts'
import { commonName, keyId, newKeys, signCertificate } from './sign-certificate.ts'
import { x509 } from './x509.ts'

const MINUTE = 60_000
const TEN_YEARS = 3650 * 86_400_000

/**
 * Makes a new root. Its name constraints bind whoever comes to have its key: names and addresses of loopback are all
 * that it can vouch for.
 */
export async function issueRoot(now: number): Promise<LocalCertificate> {
  const keys = await newKeys()
  const name = commonName(`${ROOT_NAME} ${(await keyId(keys.publicKey)).slice(0, 8)}`)
  return signCertificate({
    subject: name,
    keys,
    issuer: { name, ...keys },
    notBefore: now - MINUTE,
    notAfter: now + TEN_YEARS,
    extensions: [
      // It may sign leaves and no further authorities.
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      onlyFor([{ dNSName: 'localhost' }, { iPAddress: '127.0.0.0/8' }, { iPAddress: '::1/128' }]),
    ],
  })
}

/** RFC 5280 §4.2.1.10: what an authority may sign at all. A host name stands for itself and all names below it. */
function onlyFor(permitted: readonly Partial<GeneralName>[]): x509.Extension {
  const subtrees = permitted.map((name) => new GeneralSubtree({ base: new GeneralName(name) }))
  const constraints = new NameConstraints({ permittedSubtrees: new GeneralSubtrees(subtrees) })
  return new x509.Extension(id_ce_nameConstraints, true, AsnConvert.serialize(constraints))
}
