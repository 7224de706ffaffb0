import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { SiteError } from '../base/site-error.ts'

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/

/**
 * Names as they go into an order: IDN as A-labels, lower case, no trailing dot, each once.
 *
 * @throws SiteError acme/wildcard and acme/name for names that HTTP-01 can prove to no CA
 */
export function certificateNames(names: readonly string[]): readonly string[] {
  if (names.length === 0) throw refused('a site without a name', 'there is no name to put into it')
  return [...new Set(names.map(certificateName))]
}

function certificateName(name: string): string {
  if (name.includes('*')) {
    throw new SiteError({
      code: 'acme/wildcard',
      message: `Cannot get a certificate for ${name}: a CA gives wildcards only for proof in DNS, and this agent proves names over HTTP`,
      hint: 'List the names one by one, such as example.org and www.example.org',
    })
  }
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0) throw refused(name, 'it is an address, not a name')
  // domainToASCII reads a URL's host and drops in silence what follows it.
  if (/[/\\?#@:%]/.test(name)) throw refused(name, 'it is not a DNS name')
  const ascii = domainToASCII(name.replace(/\.$/, ''))
  // domainToASCII reads "127.1" as an address too, and leaves "_" and the like alone.
  const labels = ascii.split('.')
  if (ascii.length > 253 || isIP(ascii) !== 0 || !labels.every((part) => label.test(part)))
    throw refused(name, 'it is not a DNS name')
  return ascii
}

function refused(name: string, why: string): SiteError {
  return new SiteError({
    code: 'acme/name',
    message: `Cannot get a certificate for ${name}: ${why}`,
    hint: 'Set site.url in inkseal.config.ts to the name under which the site is reached, such as https://example.org',
  })
}
