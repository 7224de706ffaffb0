import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readIfThere } from '../base/read-if-there.ts'
import { failure, type Machine, type TrustResult } from './machine.ts'

/** Where distributions take roots of the owner's own from, and what then makes their bundles. First match wins. */
const places = [
  {
    anchors: '/etc/pki/ca-trust/source/anchors',
    file: 'inkseal-local.pem',
    update: ['update-ca-trust', 'extract'],
  },
  {
    anchors: '/usr/local/share/ca-certificates',
    file: 'inkseal-local.crt',
    update: ['update-ca-certificates'],
  },
  {
    anchors: '/etc/ca-certificates/trust-source/anchors',
    file: 'inkseal-local.crt',
    update: ['update-ca-trust', 'extract'],
  },
  { anchors: '/usr/share/pki/trust/anchors', file: 'inkseal-local.pem', update: ['update-ca-certificates'] },
] as const

const STORE = 'system (curl, wget, Git and other tools)'

export async function trustInLinux(rootFile: string, machine: Machine): Promise<TrustResult> {
  const place = await findPlace(machine)
  if (!place) return unknownSystem
  const { target, update } = place
  const [root, installed] = await Promise.all([readFile(rootFile), readIfThere(target)])
  if (installed?.equals(root)) return { store: STORE, outcome: 'skipped', reason: 'it is there already' }
  return runAll(machine, [['install', '-m', '0644', rootFile, target], update])
}

export async function untrustInLinux(machine: Machine): Promise<TrustResult> {
  const place = await findPlace(machine)
  if (!place) return unknownSystem
  const { target, update } = place
  if (!(await machine.exists(target))) return { store: STORE, outcome: 'skipped', reason: 'it is not there' }
  return runAll(machine, [['rm', '-f', target], update])
}

const unknownSystem: TrustResult = {
  store: STORE,
  outcome: 'skipped',
  reason: 'this system keeps its roots in a place that Inkseal does not know',
}

async function findPlace({ exists }: Machine) {
  for (const { anchors, file, update } of places) {
    if (await exists(anchors)) return { target: path.posix.join(anchors, file), update }
  }
  return undefined
}

type Command = readonly [string, ...string[]]

async function runAll({ isRoot, run }: Machine, commands: readonly Command[]): Promise<TrustResult> {
  if (!isRoot) {
    const command = commands.map((words) => `sudo ${words.map(quote).join(' ')}`).join(' && ')
    return { store: STORE, outcome: 'needs', command }
  }
  for (const [command, ...args] of commands) {
    const ran = await run(command, args)
    if (ran.code !== 0) return failure(STORE, ran)
  }
  return { store: STORE, outcome: 'done' }
}

const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
