import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type Certificates, type CertificatesOptions, createCertificates } from '../../src/acme/index.ts'
import type { Diagnostic } from '../../src/base/diagnostic.ts'
import type { Pebble } from '../setup/pebble.ts'

export type Site = {
  readonly folder: string
  readonly storage: string
  readonly webroot: string
  readonly remove: () => Promise<void>
}

export async function makeSite(): Promise<Site> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'inkseal-acme-'))
  const webroot = path.join(folder, 'public')
  await mkdir(webroot)
  return {
    folder,
    storage: path.join(folder, '.inkseal/acme'),
    webroot,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

export type Agent = {
  readonly certificates: Certificates
  readonly lines: readonly string[]
  readonly reports: readonly Diagnostic[]
  /** Moves the agent's clock, in milliseconds from the real time. */
  readonly setOffset: (milliseconds: number) => void
}

/** An agent for a test: its log is kept, its clock can be moved, and no name is looked up outside of this machine. */
export function makeAgent(
  pebble: Pebble,
  { storage, webroot }: Site,
  options: Partial<CertificatesOptions> = {},
): Agent {
  const lines: string[] = []
  const reports: Diagnostic[] = []
  let offset = 0
  const certificates = createCertificates({
    names: ['blog.test'],
    directory: pebble.directory,
    storage,
    webroot,
    agreeTos: true,
    trustedRoot: pebble.rootPem,
    clock: () => Date.now() + offset,
    log: { info: (line) => lines.push(line), report: (diagnostic) => reports.push(diagnostic) },
    lookup: async () => ['127.0.0.1'],
    timeout: 10_000,
    ...options,
  })
  return {
    certificates,
    lines,
    reports,
    setOffset(milliseconds) {
      offset = milliseconds
    },
  }
}

/** Lets "port 80" of every name answer challenges from the agent's memory. */
export function answerFromMemory(pebble: Pebble, certificates: Certificates): void {
  pebble.answerWith((request, response) => {
    const answer = certificates.challenge(request.url?.replace('/.well-known/acme-challenge/', '') ?? '')
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/octet-stream' })
    response.end(answer)
  })
}
