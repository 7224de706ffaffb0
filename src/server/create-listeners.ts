import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { Http2SecureServer, ServerHttp2Session } from 'node:http2'
import { createSecureServer } from 'node:http2'
import { Socket } from 'node:net'
import { createSecureContext } from 'node:tls'
import type { Log } from '../base/log.ts'
import { limits } from './limits.ts'

/** A private key and a certificate with its chain, the leaf first; both PEM. */
export type KeyPair = { readonly key: string; readonly chain: string }

const http1 = {
  headersTimeout: limits.header,
  requestTimeout: limits.request,
  connectionsCheckingInterval: limits.check,
  keepAliveTimeout: limits.keepAlive,
  maxHeaderSize: limits.headerBytes,
}

/** TLS 1.2 with forward secrecy and authenticated encryption only, and TLS 1.3. */
const tls = {
  minVersion: 'TLSv1.2',
  ciphers: [
    'TLS_AES_128_GCM_SHA256',
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
  ].join(':'),
} as const

/** The listener of plain HTTP. */
export function createPlainListener(): Server {
  return createServer(http1).setTimeout(limits.idle)
}

/**
 * The listener of HTTPS: HTTP/2, and HTTP/1.1 for whoever does not speak it. Until `use` is called every handshake
 * fails. `use` may be called at any time: connections that are open stay, new ones get the new certificate.
 */
export function createSecureListener(log: Log): {
  readonly server: Http2SecureServer
  readonly use: (pair: KeyPair) => void
} {
  const server = createSecureServer({
    ...tls,
    ...http1,
    allowHTTP1: true,
    handshakeTimeout: limits.handshake,
    settings: { maxConcurrentStreams: limits.streams, maxHeaderListSize: limits.headerBytes },
  })
  server.setTimeout(limits.idle, letGo)
  return {
    server,
    use: ({ key, chain }) => {
      const context = { ...tls, key, cert: chain }
      try {
        // Tried apart from the server first: a pair that does not fit would leave it with a half of each.
        createSecureContext(context)
        server.setSecureContext(context)
      } catch (error) {
        log.report({
          code: 'server/certificate',
          severity: 'error',
          message: `Cannot use the new certificate: ${error instanceof Error ? error.message : String(error)}`,
          hint: 'The certificate before it stays in use; check that key and chain belong together',
        })
      }
    },
  }
}

/** An idle session is told so (GOAWAY); a client that has stopped taking its answers, or HTTP/1.1, is cut off. */
function letGo(...[idle]: readonly unknown[]): void {
  if (idle instanceof Socket) idle.destroy()
  else if (isSession(idle)) {
    idle.close()
    if (!idle.destroyed) idle.destroy()
  }
}

const isSession = (value: unknown): value is ServerHttp2Session =>
  typeof value === 'object' && value !== null && 'goaway' in value
