import os from 'node:os'
import { systemClock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import { createLocalCertificates } from '../localca/create-local-certificates.ts'
import { localAuthorityDir } from '../localca/local-authority-dir.ts'
import type { CertificateSource } from './certificate-source.ts'

/** What the local authority vouches for. */
export const localCertificateNames = ['localhost', '127.0.0.1', '::1']

/** The certificate for this machine's own names, from an authority that this machine is. */
export async function localCertificates(env: NodeJS.ProcessEnv, log: Log): Promise<CertificateSource> {
  const dir = localAuthorityDir(env, process.platform, os.homedir())
  const certificates = createLocalCertificates({
    dir,
    names: localCertificateNames,
    clock: systemClock,
    log,
  })
  return {
    secure: certificates.subscribe,
    challenge: () => undefined,
    prepare: certificates.start,
    start: async () => {},
    stop: certificates.stop,
    lines: () => [
      'To make browsers trust it, run `npx inkseal trust` once',
      `Its local authority: ${certificates.rootFile}`,
    ],
  }
}
