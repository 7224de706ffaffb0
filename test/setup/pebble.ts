import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { type LocalhostCertificate, localhostCertificate } from './localhost-certificate.ts'

const { pebble: pebbleProgram, 'pebble-challtestsrv': dnsProgram } = inject('tools')

/** Whether Pebble is on this machine; where not, the set-up has said so. */
export const hasPebble = pebbleProgram !== undefined && dnsProgram !== undefined

type Respond = (request: IncomingMessage, response: ServerResponse) => void

export type Pebble = {
  /** The ACME directory's URL. */
  readonly directory: string
  /** PEM of the root by which the directory's own TLS is trusted. */
  readonly rootPem: string
  /** The pair behind `rootPem`: a proxy in front of Pebble can serve with it. */
  readonly tls: LocalhostCertificate
  /** The port of the server that every test name leads to: what the CA meets on "port 80". */
  readonly httpPort: number
  /** Answers the CA's challenge requests. */
  readonly answerWith: (respond: Respond) => void
  /** PEM of the root that issues. */
  readonly issuingRoot: () => Promise<string>
  readonly setRenewalInfo: (chain: string, info: object) => Promise<void>
  /** Gives a name other addresses than 127.0.0.1. `set-servfail` and the like take the same. */
  readonly dns: (command: string, body: object) => Promise<void>
  readonly stop: () => Promise<void>
}

export type PebbleOptions = {
  /** Name → seconds that its certificates hold. */
  readonly profiles?: Readonly<Record<string, number>>
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts Pebble and its DNS server on free ports; all names lead to 127.0.0.1 unless `dns` says otherwise. */
export async function startPebble(options: PebbleOptions = {}): Promise<Pebble> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'inkseal-pebble-'))
  const tls = await localhostCertificate()
  let respond: Respond = (_, response) => response.writeHead(404).end()
  const web = createServer((request, response) => respond(request, response))
  await once(web.listen(0, '127.0.0.1'), 'listening')
  const httpPort = portOf(web)
  const [dnsPort, dnsManagement, acmePort, management, unused] = await freePorts(5)
  const files = { certificate: path.join(folder, 'tls.pem'), privateKey: path.join(folder, 'tls.key') }
  await writeFile(files.certificate, tls.certificate)
  await writeFile(files.privateKey, tls.key)
  const profiles = Object.entries(options.profiles ?? { default: 90 * 86_400 })
  const config = {
    pebble: {
      listenAddress: `127.0.0.1:${acmePort}`,
      managementListenAddress: `127.0.0.1:${management}`,
      ...files,
      httpPort,
      tlsPort: unused,
      keyAlgorithm: 'ecdsa',
      retryAfter: { authz: 1, order: 1 },
      profiles: Object.fromEntries(
        profiles.map(([name, validityPeriod]) => [name, { description: name, validityPeriod }]),
      ),
    },
  }
  await writeFile(path.join(folder, 'config.json'), JSON.stringify(config))
  const programs = [
    spawn(
      dnsProgram ?? '',
      [
        ...['-dnsserver', `127.0.0.1:${dnsPort}`, '-management', `127.0.0.1:${dnsManagement}`],
        ...['-http01', '', '-https01', '', '-tlsalpn01', '', '-doh', '', '-defaultIPv6', ''],
      ],
      { stdio: 'ignore' },
    ),
    spawn(
      pebbleProgram ?? '',
      ['-config', path.join(folder, 'config.json'), '-strict', '-dnsserver', `127.0.0.1:${dnsPort}`],
      {
        stdio: 'ignore',
        env: { ...process.env, PEBBLE_VA_NOSLEEP: '1', PEBBLE_WFE_NONCEREJECT: '0', ...options.environment },
      },
    ),
  ]
  const directory = `https://localhost:${acmePort}/dir`
  const dnsCommands = `http://127.0.0.1:${dnsManagement}`
  const manage = `https://localhost:${management}`
  await untilAnswered(() => fetchText({ url: directory, ca: tls.root }))
  await untilAnswered(() => fetchText({ url: dnsCommands }))

  return {
    directory,
    rootPem: tls.root,
    tls,
    httpPort,
    answerWith(next) {
      respond = next
    },
    issuingRoot: () => fetchText({ url: `${manage}/roots/0`, ca: tls.root }),
    async setRenewalInfo(chain, info) {
      const body = JSON.stringify({ Certificate: chain, ARIResponse: JSON.stringify(info) })
      await fetchText({ url: `${manage}/set-renewal-info/`, ca: tls.root, body })
    },
    async dns(command, body) {
      await fetchText({ url: `${dnsCommands}/${command}`, body: JSON.stringify(body) })
    },
    async stop() {
      await Promise.all(programs.map(end))
      web.closeAllConnections()
      web.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const ended = once(program, 'exit')
  program.kill('SIGKILL')
  await ended
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createTcpServer()
      await once(server.listen(0, '127.0.0.1'), 'listening')
      return server
    }),
  )
  const ports = servers.map(portOf)
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return ports
}

const portOf = (server: { address: () => AddressInfo | string | null }): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

async function untilAnswered(ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    const answered = await ask().then(
      () => true,
      (error: unknown) => error instanceof HttpStatus,
    )
    if (answered) return
    if (tries > 200) throw new Error('Pebble does not start')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

class HttpStatus extends Error {}

type Fetching = { readonly url: string; readonly ca?: string; readonly body?: string }

function fetchText({ url, ca, body }: Fetching): Promise<string> {
  const request = url.startsWith('https:') ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const asking = request(
      url,
      { method, headers: { 'user-agent': 'test' }, ...(ca !== undefined && { ca }) },
      async (response) => {
        let text = ''
        for await (const part of response) text += part
        if ((response.statusCode ?? 500) < 300) resolve(text)
        else reject(new HttpStatus(`${url} answered ${response.statusCode}: ${text}`))
      },
    )
    asking.on('error', reject)
    asking.end(body)
  })
}
