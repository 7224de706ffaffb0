import { lstat } from 'node:fs/promises'
import path from 'node:path'
import { readIfThere } from '../base/read-if-there.ts'
import type { Answer } from './answer.ts'
import { plainAnswer } from './answer.ts'

/** The addresses at which a CA looks for a key authorization (RFC 8555 §8.3). */
export const CHALLENGE_PREFIX = '/.well-known/acme-challenge/'

/**
 * Answers a CA that asks for a token: from memory, else from the file of that name under the webroot, which
 * another ACME client may have put there. Nothing of the request's target is repeated in the answer.
 */
export async function answerChallenge(
  target: string,
  challenge: (token: string) => string | undefined,
  webroot: string,
): Promise<Answer> {
  const token = /^[\w-]{1,256}$/.exec(target.slice(CHALLENGE_PREFIX.length))?.[0]
  const body = token && (challenge(token) ?? (await readToken(webroot, token)))
  if (!body) return plainAnswer(404)
  return {
    ...plainAnswer(200, { 'Content-Length': String(Buffer.byteLength(body)), 'Cache-Control': 'no-store' }),
    body,
  }
}

/** A key authorization is two base64url words and a dot; a longer file is another thing, and a link may lead out. */
async function readToken(webroot: string, token: string): Promise<string | undefined> {
  const file = path.join(webroot, CHALLENGE_PREFIX, token)
  const stats = await lstat(file).catch(() => undefined)
  if (!stats?.isFile() || stats.size > 1024) return undefined
  return (await readIfThere(file))?.toString()
}
