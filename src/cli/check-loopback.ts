import http from 'node:http'
import { SiteError } from '../base/site-error.ts'

export type LoopbackCheck = {
  /** The address that the server listens on; undefined for all. */
  readonly host: string | undefined
  readonly port: number
  readonly name: string
  readonly token: string
  readonly expected: string
}

/**
 * Asks this machine what the authority will ask it (RFC 8555 §8.3), so that a mistake of ours costs no failed
 * validation there. Nothing outside takes part: a firewall or wrong DNS is not seen from here.
 *
 * @throws SiteError acme/self-check
 */
export async function checkLoopback({ host, port, name, token, expected }: LoopbackCheck): Promise<void> {
  const answer = await ask({
    host: host ?? '127.0.0.1',
    port,
    name,
    path: `/.well-known/acme-challenge/${token}`,
  })
  if (answer === expected) return
  throw new SiteError({
    code: 'acme/self-check',
    message: `Cannot answer the challenge for ${name}: port ${port} of this machine gives something else`,
    hint: `See whether another program listens on port ${port}: ss -ltnp 'sport = :${port}'`,
  })
}

type Question = { readonly host: string; readonly port: number; readonly name: string; readonly path: string }

function ask({ host, port, name, path }: Question): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = http.get(
      { host, port, path, headers: { host: name }, timeout: 5_000, agent: false },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
          // A key authorization is a few hundred characters; whatever this is, it is not one.
          if (text.length > 4_096) request.destroy()
        })
        response.on('end', () => resolve(response.statusCode === 200 ? text : undefined))
        response.on('close', () => resolve(undefined))
      },
    )
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(undefined))
  })
}
