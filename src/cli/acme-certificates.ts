import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createCertificates } from '../acme/certificates.ts'
import { systemClock } from '../base/clock.ts'
import { ignoreFolder } from '../base/ignore-folder.ts'
import type { Log } from '../base/log.ts'
import { SiteError } from '../base/site-error.ts'
import type { AcmeConfig, Config } from '../config/config.ts'
import { publicLink } from '../release/release-paths.ts'
import type { CertificateSource } from './certificate-source.ts'
import { checkLoopback } from './check-loopback.ts'

export type AcmeInput = { readonly config: Config; readonly acme: AcmeConfig; readonly log: Log }

/** Where a site keeps what the certificate agent must not lose. */
export const acmeStorage = (root: string) => path.join(root, '.inkseal/acme')

/**
 * The certificate from a public authority. Until the first one is there, one that nobody vouches for holds its
 * place, so that the port answers whatever the authority does.
 */
export async function acmeCertificates({ config, acme, log }: AcmeInput): Promise<CertificateSource> {
  const { email, profile } = acme
  const trustedRoot = acme.trustedRoot === undefined ? undefined : await readRoot(acme.trustedRoot)
  await ignoreFolder(path.join(config.root, '.inkseal'))
  let httpPort = config.server.httpPort
  let use: Parameters<CertificateSource['secure']>[0] = () => {}
  const certificates = createCertificates({
    names: acme.names,
    directory: acme.directory,
    storage: acmeStorage(config.root),
    webroot: publicLink(config.root),
    agreeTos: acme.agreeTos,
    ...(email !== undefined && { email }),
    ...(profile !== undefined && { profile }),
    ...(trustedRoot !== undefined && { trustedRoot }),
    selfCheck: (name, token, expected) =>
      checkLoopback({ host: config.server.host, port: httpPort, name, token, expected }),
    clock: systemClock,
    log,
  })
  return {
    secure(callback) {
      use = callback
      return certificates.subscribe(callback)
    },
    challenge: certificates.challenge,
    prepare: async () => {},
    async start(port) {
      httpPort = port
      await certificates.start()
      if (certificates.current()) return
      const { selfSigned } = await import('../localca/self-signed.ts')
      const placeholder = await selfSigned(acme.names, systemClock)
      // The first order may have ended in the meantime.
      if (!certificates.current()) use(placeholder)
    },
    stop: certificates.stop,
    lines() {
      const { certificate } = certificates.status()
      if (!certificate) return ['There is no certificate yet: one is being asked for']
      return [`Certificate by ${certificate.issuer}, ${certificate.daysLeft} days left`]
    },
  }
}

async function readRoot(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new SiteError(
      {
        code: 'config/invalid',
        message: `Cannot read acme.trustedRoot: ${cause instanceof Error ? cause.message : String(cause)}`,
        hint: 'Name a PEM file, seen from the folder of the site',
      },
      { cause },
    )
  }
}
