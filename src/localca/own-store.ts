import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readIfThere } from '../base/read-if-there.ts'
import { failure, type Machine, type Ran, type TrustResult } from './machine.ts'

/** macOS and Windows keep roots per user, so neither needs an administrator; both ask the person themselves. */
export async function trustInOwnStore(
  rootFile: string,
  { platform, home, run }: Machine,
): Promise<TrustResult> {
  if (platform === 'darwin') {
    const keychain = loginKeychain(home)
    const ran = await run('security', ['add-trusted-cert', '-r', 'trustRoot', '-k', keychain, rootFile])
    return result(KEYCHAIN, ran)
  }
  return result(WINDOWS, await run('certutil', ['-user', '-addstore', 'Root', rootFile]))
}

export async function untrustInOwnStore(
  rootFile: string,
  { platform, home, run }: Machine,
): Promise<TrustResult> {
  const store = platform === 'darwin' ? KEYCHAIN : WINDOWS
  if (!(await readIfThere(rootFile))) return { store, outcome: 'skipped', reason: `${rootFile} is not there` }
  const { fingerprint } = new X509Certificate(await readFile(rootFile))
  const digits = fingerprint.replaceAll(':', '')
  if (platform === 'darwin') {
    // -t removes the trust settings along with it.
    return result(
      store,
      await run('security', ['delete-certificate', '-t', '-Z', digits, loginKeychain(home)]),
    )
  }
  return result(store, await run('certutil', ['-user', '-delstore', 'Root', digits]))
}

const KEYCHAIN = 'login keychain'
const WINDOWS = 'this user’s Windows root store'

const loginKeychain = (home: string) => path.posix.join(home, 'Library/Keychains/login.keychain-db')

const result = (store: string, ran: Ran): TrustResult =>
  ran.code === 0 ? { store, outcome: 'done' } : failure(store, ran)
