import { X509Certificate } from 'node:crypto'
import * as v from 'valibot'
import { splitChain } from './certificate.ts'
import { readDirectory } from './client.ts'
import { readProblem } from './problem.ts'
import { retryAfter } from './retry-after.ts'
import type { Transport } from './transport.ts'

const minute = 60_000
const hour = 60 * minute

export type RenewalInfo = {
  /** Milliseconds since 1970. */
  readonly window: { readonly start: number; readonly end: number }
  readonly explanation?: string
  /** When to ask again, in milliseconds from now. */
  readonly askAfter: number
}

/** After an answer that is none, the CA is left alone for six hours (RFC 9773 §4.3.3). */
export const afterBadAnswer = 6 * hour

/**
 * The identifier of a certificate in renewal information (RFC 9773 §4.1), or undefined where the certificate names no
 * key of its issuer's.
 */
export async function certificateId(chain: string): Promise<string | undefined> {
  const [leaf] = splitChain(chain)
  if (leaf === undefined) return undefined
  await import('reflect-metadata')
  const { AuthorityKeyIdentifierExtension, X509Certificate: Parsed } = await import('@peculiar/x509')
  const keyId = new Parsed(leaf).getExtension(AuthorityKeyIdentifierExtension)?.keyId
  if (keyId === undefined) return undefined
  return joinId(keyId, new X509Certificate(leaf).serialNumber)
}

/** Both in hexadecimal. The serial's DER bytes are signed, so a high first bit asks for a leading 00. */
export function joinId(keyId: string, serial: string): string {
  const even = serial.length % 2 === 0 ? serial : `0${serial}`
  const signed = Number.parseInt(even.slice(0, 2), 16) > 0x7f ? `00${even}` : even
  const encode = (hex: string) => Buffer.from(hex, 'hex').toString('base64url')
  return `${encode(keyId)}.${encode(signed)}`
}

const answer = v.object({
  suggestedWindow: v.object({ start: v.string(), end: v.string() }),
  explanationURL: v.optional(v.string()),
})

export type AskOptions = {
  readonly transport: Transport
  readonly directory: string
  readonly id: string
  readonly now: number
}

/**
 * Asks a CA when it wants a certificate renewed (RFC 9773 §4.2); undefined where it does not say such things.
 *
 * @throws Problem where the CA is away or its answer makes no sense
 */
export async function askRenewalInfo({
  transport,
  directory,
  id,
  now,
}: AskOptions): Promise<RenewalInfo | undefined> {
  const { renewalInfo } = readDirectory((await transport.send({ url: directory, method: 'GET' })).data)
  if (renewalInfo === undefined) return undefined
  const url = `${renewalInfo.replace(/\/$/, '')}/${id}`
  const { data, headers } = await transport.send({ url, method: 'GET' })
  const wait = retryAfter(headers['retry-after'], now) ?? afterBadAnswer
  return { ...readRenewalInfo(data), askAfter: Math.min(Math.max(wait, minute), 24 * hour) }
}

function readRenewalInfo(data: unknown): Omit<RenewalInfo, 'askAfter'> {
  const read = v.safeParse(answer, data)
  if (!read.success) throw readProblem(undefined)
  const { suggestedWindow, explanationURL } = read.output
  const start = Date.parse(suggestedWindow.start)
  const end = Date.parse(suggestedWindow.end)
  // RFC 9773 §4.2: an end that is not after the start is no answer.
  if (!(end > start)) throw readProblem(undefined)
  const explanation = explanationURL === undefined ? undefined : URL.parse(explanationURL)?.href
  return { window: { start, end }, ...(explanation !== undefined && { explanation }) }
}
