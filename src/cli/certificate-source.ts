import type { ServeOptions } from '../server/serve.ts'

/** Where the server's certificate comes from. The server knows nothing of it but these functions. */
export type CertificateSource = {
  readonly secure: ServeOptions['secure']
  readonly challenge: (token: string) => string | undefined
  /** Called before the server listens, so that it can do so with a certificate. */
  readonly prepare: () => Promise<void>
  /** Called once the server listens, with the port that plain HTTP is on. */
  readonly start: (httpPort: number) => Promise<void>
  readonly stop: () => Promise<void>
  /** What to tell of it at the start. */
  readonly lines: () => readonly string[]
}
