import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { Log } from '../../src/base/log.ts'
import { beginRelease, type ReleaseFacts } from '../../src/release/begin-release.ts'
import { mediaTypeOf } from '../../src/release/media-type.ts'
import type { Release } from '../../src/release/release.ts'
import { publishedReleases } from '../../src/server/release-source.ts'
import { type RunningServer, type ServeOptions, serve } from '../../src/server/serve.ts'
import { makePair } from './pair.ts'

export type Files = Readonly<Record<string, string | Uint8Array>>

/** A site's folder in which the project's own release writer publishes. `cleanUp` is onTestFinished or afterAll. */
export async function makeSite(cleanUp: (end: () => Promise<void>) => void = onTestFinished) {
  const root = await mkdtemp(path.join(tmpdir(), 'inkseal-server-'))
  cleanUp(() => rm(root, { recursive: true, force: true }))
  let time = Date.UTC(2026, 9, 1, 12)
  return {
    root,
    /** Publishes files; those under `assets/` count as fingerprinted, those under `forwards/` only lead on. */
    publish: async (files: Files, facts: Partial<ReleaseFacts> = {}): Promise<Release> => {
      time += 60_000
      const draft = await beginRelease({ root, clock: () => time })
      const entries = Object.entries(files).map(([file, content]) => {
        const bytes = Buffer.from(content)
        const entry = draft.write({
          path: file,
          bytes,
          mediaType: mediaTypeOf(file),
          digest: createHash('sha256').update(bytes).digest('base64url'),
          immutable: file.startsWith('assets/'),
          forwards: file.startsWith('forwards/'),
        })
        return [file, entry] as const
      })
      const none = {
        counts: { pages: 0, posts: 0, tags: 0, leftOut: { drafts: 0, future: 0, expired: 0 } },
        warnings: [],
        redirects: {},
        gone: [],
        schedule: [],
      }
      return (await draft.finish(entries, { generator: 'test', inputs: String(time), ...none, ...facts }))
        .release
    },
  }
}

/** A log that keeps what it was told. */
export function keepingLog(): Log & { readonly codes: string[]; readonly lines: string[] } {
  const codes: string[] = []
  const lines: string[] = []
  return {
    codes,
    lines,
    info: (message) => lines.push(message),
    report: ({ code, message }) => {
      codes.push(code)
      lines.push(message)
    },
  }
}

/** Serves a site on free ports of loopback, until the test is over. */
export async function startServer(
  root: string,
  options: Partial<ServeOptions> & { readonly cleanUp?: (end: () => Promise<void>) => void } = {},
): Promise<RunningServer> {
  const { cleanUp = onTestFinished, ...given } = options
  const pair = await makePair()
  const server = await serve({
    releases: publishedReleases(root),
    origin: 'https://example.org',
    host: '127.0.0.1',
    httpPort: 0,
    httpsPort: 0,
    secure: (use) => {
      use(pair)
      return () => {}
    },
    log: keepingLog(),
    ...given,
  })
  cleanUp(() => server.stop({ graceMs: 0 }))
  return server
}

/** Waits until something holds; the test's own limit ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20))
}
