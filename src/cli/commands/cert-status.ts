import { type CertificateStatus, readStatus } from '../../acme/status.ts'
import { systemClock } from '../../base/clock.ts'
import { SiteError } from '../../base/site-error.ts'
import { loadConfig } from '../../config/load-config.ts'
import { acmeStorage } from '../acme-certificates.ts'
import type { Terminal } from '../terminal.ts'

export type CertStatusArguments = { readonly root: string; readonly json?: boolean }

/**
 * `inkseal cert status`: 0 where a certificate holds and nothing is wrong, else 1, so that a monitor can call it.
 */
export async function runCertStatus(
  { root, json }: CertStatusArguments,
  terminal: Terminal,
): Promise<number> {
  const { acme } = await loadConfig(root)
  if (!acme) {
    throw new SiteError({
      code: 'config/no-acme',
      message: 'Cannot show a certificate: the config asks for none',
      hint: 'Set site.url to your own name and add acme: { agreeTos: true }',
    })
  }
  const status = await readStatus(acmeStorage(root), acme, systemClock)
  const holds = status.certificate !== undefined && status.certificate.notAfter.getTime() > systemClock()
  terminal.print(json ? JSON.stringify(status) : describe(status))
  if (!json && status.problem) terminal.report([{ severity: 'error', ...status.problem }])
  return holds && !status.problem ? 0 : 1
}

function describe({ names, directory, certificate, renewal, nextTry }: CertificateStatus): string {
  const rows: (readonly [string, string])[] = [
    ['names', names.join(', ')],
    ['directory', directory],
  ]
  if (certificate) {
    const { issuer, notAfter, daysLeft } = certificate
    rows.push(['issuer', issuer], ['valid until', `${moment(notAfter)} (${left(daysLeft)})`])
  } else rows.push(['certificate', 'none yet'])
  if (renewal) {
    rows.push([
      'renewal',
      `${moment(renewal.at)}, ${renewal.why === 'suggested' ? 'as the authority suggests' : 'by its lifetime'}`,
    ])
  }
  if (nextTry) rows.push(['next try', moment(nextTry)])
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')
}

const moment = (date: Date) => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`

function left(days: number): string {
  if (days < 0) return 'it has expired'
  return days === 1 ? '1 day left' : `${days} days left`
}
