import { X509Certificate } from 'node:crypto'
import type { Code } from '../base/codes.ts'
import { certificateNames } from './certificate-names.ts'
import { directoryUrl } from './directory-url.ts'
import type { Generation } from './generations.ts'
import { planRenewal, type Renewal } from './renewal.ts'
import { openStore, type Plan, type Trouble } from './store.ts'

const day = 24 * 3_600_000

export type CertificateStatus = {
  readonly names: readonly string[]
  /** The CA's directory URL. */
  readonly directory: string
  readonly certificate?: {
    /** The issuer's common name, and its organization where it has one. */
    readonly issuer: string
    /** Hexadecimal. */
    readonly serial: string
    readonly profile?: string
    readonly notBefore: Date
    readonly notAfter: Date
    /** Whole days until it ends; negative when it has ended. */
    readonly daysLeft: number
  }
  /** When it will be renewed, and whether the CA suggested that or its lifetime says so. */
  readonly renewal?: { readonly at: Date; readonly why: Renewal['why']; readonly explanation?: string }
  /** The last failure since the last success. */
  readonly problem?: {
    readonly at: Date
    readonly failures: number
    readonly code: Code
    readonly message: string
    readonly hint?: string
    /** The CA's problem type and HTTP status. */
    readonly type?: string
    readonly status?: number
  }
  /** When the next try may be made: set while there is a problem. */
  readonly nextTry?: Date
}

/** What storage says of a certificate, read by another process than the one that serves it. Changes nothing. */
export async function readStatus(
  storage: string,
  wanted: { readonly names: readonly string[]; readonly directory: string },
  clock: () => number,
): Promise<CertificateStatus> {
  const names = certificateNames(wanted.names)
  const directory = directoryUrl(wanted.directory)
  const store = openStore({ storage, names, directory, onDamage: async () => {} })
  const held = await store.generations.current()
  const [plan, trouble] = await Promise.all([store.plan.read(), store.trouble.read()])
  return describe({ names, directory, held, plan, trouble, now: clock() })
}

export type Known = {
  readonly names: readonly string[]
  readonly directory: string
  readonly held: Generation | undefined
  readonly plan: Plan | undefined
  readonly trouble: Trouble | undefined
  readonly now: number
}

export function describe({ names, directory, held, plan, trouble, now }: Known): CertificateStatus {
  return {
    names,
    directory,
    ...(held && { certificate: describeCertificate(held, now), renewal: describeRenewal(held, plan, now) }),
    ...(trouble && { problem: describeTrouble(trouble), nextTry: new Date(trouble.nextTry) }),
  }
}

function describeCertificate({ certificate, facts }: Generation, now: number) {
  const { issuer, serialNumber } = new X509Certificate(certificate.chain)
  const { notBefore, notAfter } = certificate
  return {
    issuer: issuerName(issuer),
    serial: serialNumber,
    ...(facts.profile !== undefined && { profile: facts.profile }),
    notBefore,
    notAfter,
    daysLeft: Math.floor((notAfter.getTime() - now) / day),
  }
}

function issuerName(issuer: string): string {
  const field = (name: string) =>
    issuer
      .split('\n')
      .find((line) => line.startsWith(`${name}=`))
      ?.slice(name.length + 1)
  const [name, organization] = [field('CN'), field('O')]
  return [name ?? organization ?? issuer, name !== undefined && organization && `(${organization})`]
    .filter(Boolean)
    .join(' ')
}

function describeRenewal(held: Generation, plan: Plan | undefined, now: number) {
  const { at, ...rest } = planRenewal(held, plan, now)
  return { at: new Date(at), ...rest }
}

function describeTrouble({ at, nextTry: _, ...rest }: Trouble) {
  const { failures, code, message, hint, type, status } = rest
  return {
    at: new Date(at),
    failures,
    code,
    message,
    ...(hint !== undefined && { hint }),
    ...(type !== undefined && { type }),
    ...(status !== undefined && { status }),
  }
}
