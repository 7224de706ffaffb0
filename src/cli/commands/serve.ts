import { systemClock } from '../../base/clock.ts'
import { SiteError } from '../../base/site-error.ts'
import type { Config } from '../../config/config.ts'
import { loadConfig } from '../../config/load-config.ts'
import { publishedReleases } from '../../server/release-source.ts'
import { type RunningServer, serve } from '../../server/serve.ts'
import { acmeCertificates } from '../acme-certificates.ts'
import { ensureRelease } from '../ensure-release.ts'
import { localCertificates } from '../local-certificates.ts'
import { publishOnSchedule } from '../publish-on-schedule.ts'
import { createLog } from '../server-log.ts'
import { shutdownSignal } from '../shutdown-signal.ts'
import type { Terminal } from '../terminal.ts'

export type ServeArguments = {
  readonly root: string
  readonly host?: string
  readonly httpPort?: number
  readonly httpsPort?: number
}

/** `inkseal serve`: serves until it is told to stop. */
export async function runServe(options: ServeArguments, terminal: Terminal): Promise<number> {
  const config = withArguments(await loadConfig(options.root), options)
  checkPorts(config)
  const stopped = shutdownSignal()
  const built = await ensureRelease(config, terminal)
  const log = createLog(terminal, systemClock)
  const certificates = config.acme
    ? await acmeCertificates({ config, acme: config.acme, log })
    : await localCertificates(terminal.env, log)
  await certificates.prepare()
  const { httpPort, httpsPort, host } = config.server
  const server = await serve({
    releases: publishedReleases(config.root),
    origin: originOf(config, httpsPort),
    ...(host !== undefined && { host }),
    httpPort,
    httpsPort,
    secure: certificates.secure,
    challenge: certificates.challenge,
    log,
  })
  await certificates.start(server.httpPort)
  terminal.print([...describeAddresses(config, server, terminal), built, ...certificates.lines()].join('\n'))
  const schedule = publishOnSchedule({
    root: config.root,
    program: terminal.program,
    clock: systemClock,
    log,
  })
  await stopped
  terminal.tell('Stopping: answers under way are finished first')
  // Together: a question to the DNS that takes its time must not keep readers' connections waiting for their end.
  await Promise.all([schedule.stop(), certificates.stop(), server.stop()])
  return 0
}

function checkPorts({ server: { httpPort, httpsPort } }: Config): void {
  if (httpPort !== httpsPort) return
  throw new SiteError({
    code: 'cli/option',
    message: `Cannot listen on port ${httpPort} for both HTTP and HTTPS: the two must differ`,
    hint: 'Give one of them another by --http-port or --https-port',
  })
}

function withArguments(config: Config, { host, httpPort, httpsPort }: ServeArguments): Config {
  const { server } = config
  return {
    ...config,
    server: {
      host: host ?? server.host,
      httpPort: httpPort ?? server.httpPort,
      httpsPort: httpsPort ?? server.httpsPort,
    },
  }
}

/** Where readers are sent: to the site's own name once there is a certificate for it, to this machine before. */
function originOf({ site, acme }: Config, httpsPort: number): string {
  if (acme) return site.url
  return httpsPort === 443 ? 'https://localhost' : `https://localhost:${httpsPort}`
}

function describeAddresses(config: Config, { httpPort, httpsPort }: RunningServer, { paint }: Terminal) {
  const address = originOf(config, httpsPort)
  return [paint('bold', `Serving ${address}/`), `Plain HTTP on port ${httpPort} leads there`]
}
