import { SiteError } from '../base/site-error.ts'

const letsEncrypt = {
  production: 'https://acme-v02.api.letsencrypt.org/directory',
  staging: 'https://acme-staging-v02.api.letsencrypt.org/directory',
} as const

/**
 * The URL of an ACME directory: Let's Encrypt's `production` or `staging`, or any other CA's by its own URL.
 *
 * @throws SiteError acme/directory for what is neither, or is not HTTPS (RFC 8555 §6.1)
 */
export function directoryUrl(directory: string): string {
  if (directory === 'production' || directory === 'staging') return letsEncrypt[directory]
  const url = URL.parse(directory)
  if (url?.protocol === 'https:') return url.href
  throw new SiteError({
    code: 'acme/directory',
    message: `Cannot ask ${JSON.stringify(directory)} for a certificate: it is not the https URL of an ACME directory`,
    hint: 'Set acme.directory to "production", "staging" or a URL such as https://ca.example/acme/directory',
  })
}
