import type { Log } from '../base/log.ts'
import type { Release } from '../release/release.ts'
import { answerPlain } from './answer-plain.ts'
import { answerRequest } from './answer-request.ts'
import { createHandler } from './create-handler.ts'
import type { KeyPair } from './create-listeners.ts'
import { createPlainListener, createSecureListener } from './create-listeners.ts'
import { createEncodedFiles } from './encoded-files.ts'
import { followReleases } from './follow-releases.ts'
import { createHotFiles } from './hot-files.ts'
import { listenAll } from './listen-all.ts'
import type { ReleaseSource } from './release-source.ts'
import { trackConnections } from './track-connections.ts'

export type ServeOptions = {
  /** What to serve: `publishedReleases(root)`, or `folderReleases(folder)`. */
  readonly releases: ReleaseSource
  /** `https://example.org`: where plain HTTP is sent on to. */
  readonly origin: string
  /** The address to listen on; every one of the machine by default. */
  readonly host?: string
  /** 0 lets the system choose. */
  readonly httpPort: number
  readonly httpsPort: number
  /**
   * Calls `use` at once where there is a certificate, and again for each that takes its place. Returns how to end that.
   */
  readonly secure: (use: (pair: KeyPair) => void) => () => void
  /** The key authorization of an ACME token (RFC 8555 §8.3) that is being proven just now. */
  readonly challenge?: (token: string) => string | undefined
  readonly log: Log
}

export type RunningServer = {
  readonly httpPort: number
  readonly httpsPort: number
  /** The release that is being served. */
  readonly release: () => Release
  /**
   * Lets answers that are under way end and closes everything; what is left after `graceMs` (10,000 by default) is
   * cut off.
   */
  readonly stop: (options?: { readonly graceMs?: number }) => Promise<void>
}

/** Bytes of files and their encoded forms kept in memory. */
const HOT_CAPACITY = 64 * 1024 * 1024
const GRACE = 10_000

/**
 * Serves a site over HTTPS (HTTP/2 and HTTP/1.1), and sends plain HTTP there. Listens on both ports or on none, also
 * while there is no certificate yet.
 *
 * @throws SiteError release/*, server/port-in-use, server/port-denied, server/listen
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { host, log, challenge = () => undefined } = options
  const { origin } = new URL(options.origin)
  const { table, stop: stopFollowing } = await followReleases(options.releases, log)
  const hot = createHotFiles(HOT_CAPACITY)
  const encoded = createEncodedFiles(hot)
  const plain = createPlainListener()
  const { server: secure, use } = createSecureListener(log)
  const connections = [trackConnections(plain), trackConnections(secure)] as const
  const shared = { challenge, webroot: () => table().release.dir, hot, log }
  plain.on(
    'request',
    createHandler({
      ...shared,
      opened: connections[0].opened,
      answer: (asked) => answerPlain(asked, origin, table()),
    }),
  )
  secure.on(
    'request',
    createHandler({
      ...shared,
      opened: connections[1].opened,
      answer: (asked) => answerRequest(asked, table(), encoded),
    }),
  )
  const unsubscribe = options.secure(use)
  const end = () => {
    stopFollowing()
    unsubscribe()
  }
  try {
    const [httpPort = 0, httpsPort = 0] = await listenAll(
      [
        { server: plain, port: options.httpPort, option: '--http-port' },
        { server: secure, port: options.httpsPort, option: '--https-port' },
      ],
      host,
    )
    for (const server of [plain, secure]) server.on('error', (error) => reportAccept(log, error))
    let stopping: Promise<unknown> | undefined
    return {
      httpPort,
      httpsPort,
      release: () => table().release,
      stop: async ({ graceMs = GRACE } = {}) => {
        end()
        stopping ??= Promise.all(connections.map(({ close }) => close(graceMs)))
        await stopping
      },
    }
  } catch (error) {
    end()
    throw error
  }
}

/** A connection that cannot be taken, out of descriptors for instance, is no reason to end. */
function reportAccept(log: Log, error: Error): void {
  log.report({
    code: 'server/failure',
    severity: 'error',
    message: `Cannot take a connection: ${error.message}`,
  })
}
