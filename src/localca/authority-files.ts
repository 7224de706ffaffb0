import { X509Certificate } from 'node:crypto'
import { rename } from 'node:fs/promises'
import path from 'node:path'
import { hasCode, readIfThere } from '../base/read-if-there.ts'
import { SiteError } from '../base/site-error.ts'
import { writeAtomic } from '../base/write-atomic.ts'
import { type LocalCertificate, readPair } from './certificate.ts'

/** `absent` is a first use; `unfit` says why what is there is of no use. */
export type Found =
  | { readonly state: 'good'; readonly certificate: LocalCertificate }
  | { readonly state: 'absent' }
  | { readonly state: 'unfit'; readonly why: string }

export const rootFileOf = (dir: string) => path.join(dir, 'root.pem')

/** Reads the root; a root whose key is lost can sign nothing any more and is unfit too. */
export async function readRoot(dir: string, now: number): Promise<Found> {
  const [chain, key] = await Promise.all([read(rootFileOf(dir)), read(path.join(dir, 'root.key'))])
  if (chain === undefined && key === undefined) return { state: 'absent' }
  if (chain === undefined) return { state: 'unfit', why: 'root.pem is missing' }
  if (key === undefined) return { state: 'unfit', why: 'root.key is missing' }
  return judge(key, chain, now)
}

/** Reads the leaf and checks that the root signed it for these names. */
export async function readLeaf(
  dir: string,
  { root, names, now }: { root: LocalCertificate; names: readonly string[]; now: number },
): Promise<Found> {
  const text = await read(path.join(dir, 'leaf.pem'))
  if (text === undefined) return { state: 'absent' }
  const found = judge(text, text, now)
  if (found.state !== 'good') return found
  const x509 = new X509Certificate(text)
  const authority = new X509Certificate(root.chain)
  if (!x509.checkIssued(authority) || !x509.verify(authority.publicKey)) {
    return { state: 'unfit', why: 'another root signed it' }
  }
  const lacking = names.filter((name) => !x509.checkHost(name) && !x509.checkIP(name))
  if (lacking.length > 0) return { state: 'unfit', why: `it is not for ${lacking.join(', ')}` }
  return found
}

/** Renames a root that is of no use now, with its key, so that it can be put back by hand. */
export async function setRootAside(dir: string, now: number): Promise<void> {
  const ending = `.old-${new Date(now).toISOString().slice(0, 10)}`
  for (const file of [path.join(dir, 'root.key'), rootFileOf(dir)]) {
    await rename(file, file + ending).catch((error: unknown) => {
      if (!hasCode(error, 'ENOENT')) throw error
    })
  }
}

export async function writeRoot(dir: string, root: LocalCertificate): Promise<void> {
  // The key first: after a crash between the two, a root without its key must not pass for one that has it.
  await write(path.join(dir, 'root.key'), root.key, 0o600)
  await write(rootFileOf(dir), root.chain, 0o644)
}

/** One file, so that key and certificate change in one step. */
export async function writeLeaf(dir: string, leaf: LocalCertificate): Promise<void> {
  await write(path.join(dir, 'leaf.pem'), leaf.key + leaf.chain, 0o600)
}

function judge(key: string, chain: string, now: number): Found {
  let certificate: LocalCertificate
  try {
    const pair = readPair(key, chain)
    certificate = { ...pair, key: section(key, 'PRIVATE KEY'), chain: section(chain, 'CERTIFICATE') }
  } catch {
    return { state: 'unfit', why: 'it is damaged, or its key belongs to another' }
  }
  if (certificate.notAfter.getTime() <= now) return { state: 'unfit', why: 'it has expired' }
  if (certificate.notBefore.getTime() > now)
    return { state: 'unfit', why: 'it holds only from a later date on' }
  return { state: 'good', certificate }
}

function section(pem: string, label: string): string {
  const [found] = new RegExp(`-----BEGIN ${label}-----[\\s\\S]*?-----END ${label}-----\\n?`).exec(pem) ?? []
  if (found === undefined) throw new Error(`no ${label}`)
  return found
}

async function read(file: string): Promise<string | undefined> {
  try {
    return (await readIfThere(file))?.toString()
  } catch (cause) {
    throw filesError('read', file, cause)
  }
}

async function write(file: string, text: string, mode: number): Promise<void> {
  try {
    await writeAtomic(file, text, { mode, directoryMode: 0o700 })
  } catch (cause) {
    throw filesError('write', file, cause)
  }
}

export function filesError(verb: string, file: string, cause: unknown): SiteError {
  return new SiteError(
    {
      code: 'localca/files',
      message: `Cannot ${verb} ${file}: ${cause instanceof Error ? cause.message : String(cause)}`,
      hint: 'Give this user the right to read and write that folder, or name another one in INKSEAL_HOME',
    },
    { cause },
  )
}
