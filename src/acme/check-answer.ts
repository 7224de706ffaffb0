import { X509Certificate } from 'node:crypto'
import { SiteError } from '../base/site-error.ts'
import { type Certificate, readCertificate, splitChain } from './certificate.ts'

// Clocks differ; a CA dates its certificates back by about an hour for that reason.
const skew = 5 * 60_000

export type Expected = { readonly names: readonly string[]; readonly key: string; readonly now: number }

/**
 * Checks a chain that a CA sent before anything uses it: the leaf's key is ours, its names are those asked for, its
 * dates hold now, and each certificate is signed by the next.
 *
 * @throws SiteError acme/wrong-answer
 */
export function checkAnswer(chain: string, { names, key, now }: Expected): Certificate {
  const certificate = readOrRefuse(names, key, chain)
  const { notBefore, notAfter } = certificate
  if (certificate.names.toSorted().join() !== names.toSorted().join())
    throw wrong(names, `it is for ${certificate.names.join(', ') || 'no name'}`)
  if (notAfter.getTime() <= now || notBefore.getTime() > now + skew) {
    const holds = `it holds from ${notBefore.toISOString()} to ${notAfter.toISOString()}`
    throw wrong(names, holds, `The clock of this machine says ${new Date(now).toISOString()}: set it right`)
  }
  const links = splitChain(chain).map((pem) => new X509Certificate(pem))
  links.forEach((link, index) => {
    const issuer = links[index + 1]
    if (issuer && !(link.checkIssued(issuer) && link.verify(issuer.publicKey)))
      throw wrong(names, 'its chain is broken')
  })
  return certificate
}

function readOrRefuse(names: readonly string[], key: string, chain: string): Certificate {
  try {
    // Only the certificates: what else a CA puts between them is for nobody.
    return readCertificate(key, `${splitChain(chain).join('\n')}\n`)
  } catch {
    throw wrong(names, 'it is not a certificate for our key')
  }
}

function wrong(names: readonly string[], why: string, hint?: string): SiteError {
  return new SiteError({
    code: 'acme/wrong-answer',
    message: `Cannot use the certificate that the CA sent for ${names.join(', ')}: ${why}`,
    hint: hint ?? 'Nothing is changed, and inkseal tries again; tell the CA if it happens more than once',
  })
}
