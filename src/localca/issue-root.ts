import { type LocalCertificate, readPair } from './certificate.ts'
import { newKey } from './new-key.ts'
import { authorityOnly, keyId, keyUsage, onlyFor, signCertificate } from './sign-certificate.ts'

const MINUTE = 60_000
const TEN_YEARS = 3650 * 86_400_000

/** How the names of all our roots begin; the key's own digits follow, so that no two roots share a name. */
export const ROOT_NAME = 'Inkseal local authority'

/**
 * Makes a new root. Its name constraints bind whoever comes to have its key: names and addresses of loopback are all
 * that it can vouch for.
 */
export function issueRoot(now: number): LocalCertificate {
  const { privateKey, publicKey, pem } = newKey()
  const name = `${ROOT_NAME} ${keyId(publicKey).toString('hex').slice(0, 8)}`
  const chain = signCertificate({
    subject: name,
    publicKey,
    issuer: { name, privateKey, publicKey },
    notBefore: new Date(now - MINUTE),
    notAfter: new Date(now + TEN_YEARS),
    extensions: [
      authorityOnly(),
      keyUsage('keyCertSign'),
      onlyFor({
        hosts: ['localhost'],
        networks: ['127.0.0.0/255.0.0.0', `::1/${Array(8).fill('ffff').join(':')}`],
      }),
    ],
  })
  return readPair(pem, chain)
}
