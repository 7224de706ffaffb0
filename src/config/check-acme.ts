import { isIP } from 'node:net'
import { SiteError } from '../base/site-error.ts'
import type { Config } from './config.ts'
import type { ConfigSource } from './config-source.ts'

/**
 * Sees to it that a certificate is asked for names that an authority on the internet can vouch for. A private one
 * (`acme.trustedRoot`) knows its own.
 *
 * @throws SiteError config/invalid
 */
export function checkAcme({ acme, site }: Config, source: ConfigSource): void {
  if (!acme) return
  if (!site.url.startsWith('https:')) {
    throw new SiteError({
      code: 'config/invalid',
      message: `Cannot serve ${site.url} with a certificate: the address begins with http://`,
      hint: 'Write https:// there',
      place: source.placeOf(['site', 'url']),
    })
  }
  if (acme.trustedRoot !== undefined) return
  const local = acme.names.find(
    (name) => !name.includes('.') || name.endsWith('.localhost') || isIP(name) !== 0,
  )
  if (local === undefined) return
  throw new SiteError({
    code: 'config/invalid',
    message: `Cannot get a certificate for ${local}: no authority vouches for it`,
    hint: `Set ${source.nameOf(['site', 'url'])} to the name that your readers use, such as https://blog.example.org, or take \`acme\` out`,
    place: source.placeOf(['acme']),
  })
}
