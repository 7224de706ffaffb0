import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, readlink, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { hasCode } from '../base/read-if-there.ts'
import { swapLink } from '../base/swap-link.ts'
import { syncDirectory, writeAtomic } from '../base/write-atomic.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import type { OnDamage } from './json-file.ts'

const factsSchema = v.object({
  directory: v.string(),
  /** The account's URL. */
  account: v.string(),
  order: v.string(),
  profile: v.optional(v.string()),
  /** By our clock, in milliseconds since 1970. */
  issuedAt: v.number(),
})

/** How a certificate came about. */
type Facts = v.InferOutput<typeof factsSchema>

export type Generation = { readonly id: string; readonly certificate: Certificate; readonly facts: Facts }

export type Generations = {
  /** The current generation; where it is damaged, the newest that is not. */
  readonly current: () => Promise<Generation | undefined>
  /** The id of the current generation: cheap enough to ask every minute. */
  readonly currentId: () => Promise<string | undefined>
  /** Makes a certificate the current one. The generation before stays, older ones go. */
  readonly save: (certificate: Certificate, facts: Facts) => Promise<Generation>
}

/**
 * Certificates as folders: `generations/<id>/{key.pem,chain.pem,facts.json}` and the link `current`. A generation is
 * written and fsynced under a draft's name, renamed, and only then pointed at, so a crash at any moment leaves the
 * old one or the new one.
 */
export function openGenerations(folder: string, onDamage: OnDamage): Generations {
  const all = path.join(folder, 'generations')
  const link = path.join(folder, 'current')

  async function currentId() {
    try {
      return path.basename(await readlink(link))
    } catch {
      return undefined
    }
  }

  async function current() {
    const pointed = await currentId()
    const newestFirst = (await ids(all)).reverse()
    // What the link points at may have been set aside.
    const inOrder = newestFirst.toSorted((a, b) => Number(b === pointed) - Number(a === pointed))
    for (const id of inOrder) {
      const generation = await read(path.join(all, id), onDamage)
      if (generation) return generation
    }
    return undefined
  }

  async function save(certificate: Certificate, facts: Facts) {
    const before = (await current())?.id
    const id = `${new Date(facts.issuedAt).toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${randomBytes(4).toString('hex')}`
    const draft = path.join(all, `.${id}`)
    await mkdir(draft, { recursive: true, mode: 0o700 })
    await writeAtomic(path.join(draft, 'key.pem'), certificate.key, { mode: 0o600 })
    await writeAtomic(path.join(draft, 'chain.pem'), certificate.chain, { mode: 0o600 })
    await writeAtomic(path.join(draft, 'facts.json'), JSON.stringify(facts), { mode: 0o600 })
    await rename(draft, path.join(all, id))
    await syncDirectory(all)
    await swapLink(link, path.join('generations', id))
    await removeAllBut([id, before ?? ''], all)
    return { id, certificate, facts }
  }

  return { current, currentId, save }
}

/** Finished generations, oldest first. */
async function ids(all: string): Promise<string[]> {
  try {
    return (await readdir(all)).filter((name) => !name.startsWith('.')).sort()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}

/** Drafts that a crash left go too; what was set aside as damaged is for a person to look at, and stays. */
async function removeAllBut(kept: readonly string[], all: string): Promise<void> {
  for (const name of await readdir(all)) {
    if (kept.includes(name) || name.startsWith('.damaged-')) continue
    await rm(path.join(all, name), { recursive: true, force: true })
  }
}

async function read(folder: string, onDamage: OnDamage): Promise<Generation | undefined> {
  try {
    const key = await readFile(path.join(folder, 'key.pem'), 'utf8')
    const chain = await readFile(path.join(folder, 'chain.pem'), 'utf8')
    const facts = v.parse(factsSchema, JSON.parse(await readFile(path.join(folder, 'facts.json'), 'utf8')))
    return { id: path.basename(folder), certificate: readCertificate(key, chain), facts }
  } catch (error) {
    // What the system refuses (a right that we lack, too many open files, a failing disk) is no damage to move away.
    const isMissing = hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')
    if (error instanceof Error && 'syscall' in error && !isMissing) throw error
    await onDamage(folder, whatIsWrong(error))
    return undefined
  }
}

/** Never the error's own text: a parser's may quote a key. */
function whatIsWrong(error: unknown): string {
  if (hasCode(error, 'ENOENT')) return 'a part of it is missing'
  if (v.isValiError(error) || error instanceof SyntaxError) return 'its facts.json is not readable'
  return 'its key and chain are not readable, or do not belong together'
}
