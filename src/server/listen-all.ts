import { realpathSync } from 'node:fs'
import type { AddressInfo, Server } from 'node:net'
import { hasCode } from '../base/read-if-there.ts'
import { SiteError } from '../base/site-error.ts'

export type Listener = {
  readonly server: Server
  /** 0 lets the system choose. */
  readonly port: number
  /** The command line's option for another port, for the hint. */
  readonly option: string
}

/**
 * Listens on all ports or on none, and gives the ports in the same order. Without a host it is every address of the
 * machine, IPv6 and IPv4, or IPv4 where there is no IPv6.
 *
 * @throws SiteError server/port-in-use, server/port-denied, server/listen
 */
export async function listenAll(
  listeners: readonly Listener[],
  host: string | undefined,
): Promise<readonly number[]> {
  const open: Server[] = []
  try {
    const ports: number[] = []
    for (const listener of listeners) {
      ports.push(await listen(listener, host))
      open.push(listener.server)
    }
    return ports
  } catch (error) {
    await Promise.all(open.map((server) => new Promise((resolve) => server.close(resolve))))
    throw error
  }
}

function listen(listener: Listener, host: string | undefined): Promise<number> {
  const { server, port } = listener
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(explain(error, listener, host))
    server.once('error', fail)
    server.listen({ port, ...(host !== undefined && { host }) }, () => {
      server.off('error', fail)
      resolve(portOf(server.address(), port))
    })
  })
}

const portOf = (address: AddressInfo | string | null, asked: number) =>
  typeof address === 'object' && address ? address.port : asked

function explain(error: Error, { port, option }: Listener, host: string | undefined): SiteError {
  const where = host === undefined ? `port ${port}` : `port ${port} of ${host}`
  if (hasCode(error, 'EADDRINUSE'))
    return new SiteError(
      {
        code: 'server/port-in-use',
        message: `Cannot listen on ${where}: another program does so already`,
        hint: `End it (${howToFind(port)} names it), or take another port with ${option}`,
      },
      { cause: error },
    )
  if (hasCode(error, 'EACCES'))
    return new SiteError(
      {
        code: 'server/port-denied',
        message: `Cannot listen on ${where}: the system does not let this user`,
        hint: howToAllow(port, option),
      },
      { cause: error },
    )
  return new SiteError(
    {
      code: 'server/listen',
      message: `Cannot listen on ${where}: ${error.message}`,
      hint: 'Choose a host that is an address of this machine, or none to listen on all of them',
    },
    { cause: error },
  )
}

function howToFind(port: number): string {
  if (process.platform === 'win32') return `netstat -ano | findstr :${port}`
  return process.platform === 'linux'
    ? `sudo ss -ltnp 'sport = :${port}'`
    : `sudo lsof -nP -iTCP:${port} -sTCP:LISTEN`
}

function howToAllow(port: number, option: string): string {
  if (process.platform !== 'linux') return `Take a port above 1023 with ${option}`
  // The very Node that runs this: npm's may be another than the shell's.
  const node = realpathSync(process.execPath)
  return (
    `Allow Node once with sudo setcap cap_net_bind_service=+ep '${node}', ` +
    `or every program with sudo sysctl net.ipv4.ip_unprivileged_port_start=${port}`
  )
}
