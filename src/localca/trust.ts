import os from 'node:os'
import { readIfThere } from '../base/read-if-there.ts'
import { SiteError } from '../base/site-error.ts'
import { trustInLinux, untrustInLinux } from './linux-store.ts'
import { type Machine, type TrustResult, thisMachine } from './machine.ts'
import { trustInNss, untrustInNss } from './nss-stores.ts'
import { trustInOwnStore, untrustInOwnStore } from './own-store.ts'

export type TrustOptions = {
  readonly rootFile: string
  /** Whose stores: this machine's and this user's when not given. */
  readonly machine?: Machine
}

/**
 * Makes this user's browsers and tools trust the root: the system's store, and the databases of Chromium and Firefox.
 * One result a store; what needs an administrator is not done but given as a command.
 *
 * @throws SiteError localca/files when there is no root yet
 */
export async function trust({
  rootFile,
  machine = thisMachine(os.homedir()),
}: TrustOptions): Promise<TrustResult[]> {
  if (!(await readIfThere(rootFile))) throw noRoot(rootFile)
  return [await trustInSystem(rootFile, machine), ...(await trustInNss(rootFile, machine))]
}

/** Takes the root, and in browsers older roots of ours too, out of all that trust() put it in. */
export async function untrust({
  rootFile,
  machine = thisMachine(os.homedir()),
}: TrustOptions): Promise<TrustResult[]> {
  const system = hasOwnStore(machine) ? untrustInOwnStore(rootFile, machine) : untrustInLinux(machine)
  return [await system, ...(await untrustInNss(machine))]
}

const trustInSystem = (rootFile: string, machine: Machine): Promise<TrustResult> =>
  hasOwnStore(machine) ? trustInOwnStore(rootFile, machine) : trustInLinux(rootFile, machine)

const hasOwnStore = ({ platform }: Machine): boolean => platform === 'darwin' || platform === 'win32'

function noRoot(rootFile: string): SiteError {
  return new SiteError({
    code: 'localca/files',
    message: `Cannot trust the local authority: ${rootFile} is not there`,
    hint: 'Run `inkseal serve` once, which makes it',
  })
}
