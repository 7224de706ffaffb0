import { X509Certificate } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { failure, type Machine, type TrustResult } from './machine.ts'
import { ROOT_NAME } from './root-name.ts'

/** The databases of Chromium and its kin on Linux, which all programs of a user share. */
const sharedDatabases = ['.pki/nssdb', '.local/share/pki/nssdb', 'snap/chromium/current/.pki/nssdb']

/** Folders that hold Firefox's profiles, each a database of its own. */
const profileFolders: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '.mozilla/firefox',
    '.config/mozilla/firefox',
    'snap/firefox/common/.mozilla/firefox',
    '.var/app/org.mozilla.firefox/.mozilla/firefox',
    '.var/app/org.mozilla.firefox/config/mozilla/firefox',
  ],
  darwin: ['Library/Application Support/Firefox/Profiles'],
}

const HOW_TO_GET_CERTUTIL =
  'NSS’s certutil is not installed (Debian, Ubuntu: libnss3-tools; Fedora: nss-tools; Arch: nss; macOS: brew install nss)'

/** Adds the root to each database there is, in place of older roots of ours. */
export async function trustInNss(rootFile: string, machine: Machine): Promise<TrustResult[]> {
  const nickname = /^CN=(.*)$/m.exec(new X509Certificate(await readFile(rootFile)).subject)?.[1] ?? ROOT_NAME
  return forEachDatabase(machine, async (database) => {
    const store = database
    const old = await removeOurs(database, machine)
    if (old.outcome === 'failed') return old
    // C: trusted to vouch for servers, and neither for mail nor for code.
    const args = ['-A', '-d', `sql:${database}`, '-t', 'C,,', '-n', nickname, '-i', rootFile]
    const ran = await machine.run('certutil', args)
    return ran.code === 0 ? { store, outcome: 'done' } : failure(store, ran)
  })
}

export const untrustInNss = (machine: Machine): Promise<TrustResult[]> =>
  forEachDatabase(machine, (database) => removeOurs(database, machine))

async function forEachDatabase(
  machine: Machine,
  work: (database: string) => Promise<TrustResult>,
): Promise<TrustResult[]> {
  const databases = await findDatabases(machine)
  const results: TrustResult[] = []
  for (const database of databases) results.push(await work(database))
  return results
}

async function findDatabases({ platform, home, exists }: Machine): Promise<string[]> {
  const candidates = platform === 'linux' ? sharedDatabases.map((folder) => path.join(home, folder)) : []
  for (const folder of profileFolders[platform] ?? []) {
    const profiles = await readdir(path.join(home, folder)).catch(() => [])
    candidates.push(...profiles.map((profile) => path.join(home, folder, profile)))
  }
  const found: string[] = []
  for (const folder of candidates) if (await exists(path.join(folder, 'cert9.db'))) found.push(folder)
  return found
}

async function removeOurs(database: string, { run }: Machine): Promise<TrustResult> {
  const store = database
  const listed = await run('certutil', ['-L', '-d', `sql:${database}`])
  if (listed.code === 127) return { store, outcome: 'failed', reason: HOW_TO_GET_CERTUTIL }
  if (listed.code !== 0) return failure(store, listed)
  // A line is a nickname, spaces, and the three parts of trust.
  const names = listed.stdout.split('\n').flatMap((line) => /^(.+?)\s+\S*,\S*,\S*\s*$/.exec(line)?.[1] ?? [])
  const ours = names.filter((name) => name.startsWith(ROOT_NAME))
  for (const name of ours) {
    const ran = await run('certutil', ['-D', '-d', `sql:${database}`, '-n', name])
    if (ran.code !== 0) return failure(store, ran)
  }
  return ours.length > 0
    ? { store, outcome: 'done' }
    : { store, outcome: 'skipped', reason: 'it is not there' }
}
