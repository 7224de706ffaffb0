import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { issueRoot } from '../../src/localca/issue-root.ts'
import { type Machine, type Ran, thisMachine } from '../../src/localca/machine.ts'
import { trust, untrust } from '../../src/localca/trust.ts'

const exec = promisify(execFile)

let home: string
let rootFile: string

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'inkseal trust '))
  rootFile = path.join(home, 'root.pem')
  await writeFile(rootFile, (await issueRoot(Date.now())).chain)
})

afterEach(() => rm(home, { recursive: true, force: true }))

/** A machine of another kind, which tells what it was asked to run. */
function recorded(parts: Partial<Machine> & { readonly there?: readonly string[] }) {
  const commands: string[][] = []
  const machine: Machine = {
    platform: 'linux',
    home,
    isRoot: false,
    exists: async (file) => parts.there?.includes(file) ?? false,
    run: async (command, args): Promise<Ran> => {
      commands.push([command, ...args])
      return { code: 0, stdout: '', stderr: '' }
    },
    ...parts,
  }
  return { machine, commands }
}

/** This machine without its system store, which a test for browsers leaves alone. */
const browsersOnly = (): Machine => ({
  ...thisMachine(home),
  platform: 'linux',
  exists: (file) => (file.startsWith(home) ? thisMachine(home).exists(file) : Promise.resolve(false)),
})

describe.skipIf(!inject('tools').certutil)('in browsers’ databases', () => {
  const databases = [
    '.pki/nssdb',
    '.mozilla/firefox/abcd.default-release',
    'snap/chromium/current/.pki/nssdb',
  ]

  beforeEach(async () => {
    for (const database of databases) {
      await mkdir(path.join(home, database), { recursive: true })
      await exec('certutil', ['-N', '--empty-password', '-d', `sql:${path.join(home, database)}`])
    }
    await writeFile(path.join(home, '.mozilla/firefox/profiles.ini'), '')
  })

  const list = async (database: string) =>
    (await exec('certutil', ['-L', '-d', `sql:${path.join(home, database)}`])).stdout
      .split('\n')
      .filter((line) => line.startsWith('Inkseal'))

  test('the root comes to each, once, and goes from each', async () => {
    const machine = browsersOnly()
    for (const round of [1, 2]) {
      const results = await trust({ rootFile, machine })
      expect(results.slice(1), `round ${round}`).toHaveLength(3)
      expect(results.slice(1).every(({ outcome }) => outcome === 'done')).toBe(true)
      for (const database of databases) {
        expect(await list(database)).toEqual([expect.stringMatching(/^Inkseal local authority \w{8} +C,,/)])
      }
    }
    const undone = await untrust({ rootFile, machine })
    expect(undone.slice(1).map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done'])
    for (const database of databases) expect(await list(database)).toEqual([])
    const again = await untrust({ rootFile, machine })
    expect(again.slice(1).map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'skipped'])
  })

  test('a new root takes the old one’s place', async () => {
    const machine = browsersOnly()
    await trust({ rootFile, machine })
    const [before] = await list('.pki/nssdb')
    await writeFile(rootFile, (await issueRoot(Date.now())).chain)
    await trust({ rootFile, machine })
    const after = await list('.pki/nssdb')
    expect(after).toHaveLength(1)
    expect(after[0]).not.toBe(before)
  })

  test('a database that is damaged fails alone', async () => {
    await writeFile(path.join(home, '.pki/nssdb/cert9.db'), 'not a database')
    const [, ...results] = await trust({ rootFile, machine: browsersOnly() })
    expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'done', 'done'])
    expect(results[0]).toMatchObject({
      store: path.join(home, '.pki/nssdb'),
      reason: expect.stringMatching(/./),
    })
  })

  test('without certutil each database says how to get it', async () => {
    const machine: Machine = { ...browsersOnly(), run: async () => ({ code: 127, stdout: '', stderr: '' }) }
    const [, ...results] = await trust({ rootFile, machine })
    expect(results).toHaveLength(3)
    expect(results[0]).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('libnss3-tools') })
  })
})

const anchor = '/usr/local/share/ca-certificates/inkseal-local.crt'
const mayTry = process.getuid?.() === 0 && existsSync(path.dirname(anchor)) && !existsSync(anchor)

// Two minutes, for where Java is installed each update rewrites its store as well.
test.runIf(mayTry)('in Debian’s own store, the root comes and goes', { timeout: 120_000 }, async () => {
  const machine = thisMachine(home)
  const bundle = async () => readFile('/etc/ssl/certs/ca-certificates.crt', 'utf8')
  const root = (await readFile(rootFile, 'utf8')).trim()
  try {
    expect(await trust({ rootFile, machine })).toEqual([{ store: expect.any(String), outcome: 'done' }])
    expect(await bundle()).toContain(root)
    expect(await trust({ rootFile, machine })).toMatchObject([{ outcome: 'skipped' }])
  } finally {
    expect(await untrust({ rootFile, machine })).toMatchObject([{ outcome: 'done' }])
  }
  expect(await bundle()).not.toContain(root)
  expect(existsSync(anchor)).toBe(false)
  expect(await untrust({ rootFile, machine })).toMatchObject([{ outcome: 'skipped' }])
})

test('who is not root is given the command, quoted for a shell', async () => {
  const { machine, commands } = recorded({ there: ['/usr/local/share/ca-certificates', anchor] })
  expect(await trust({ rootFile, machine })).toEqual([
    {
      store: expect.any(String),
      outcome: 'needs',
      command: `sudo install -m 0644 '${rootFile}' ${anchor} && sudo update-ca-certificates`,
    },
  ])
  expect(await untrust({ rootFile, machine })).toMatchObject([
    { outcome: 'needs', command: `sudo rm -f ${anchor} && sudo update-ca-certificates` },
  ])
  expect(commands).toEqual([])
})

test('Fedora’s place is known', async () => {
  const { machine, commands } = recorded({ isRoot: true, there: ['/etc/pki/ca-trust/source/anchors'] })
  expect(await trust({ rootFile, machine })).toMatchObject([{ outcome: 'done' }])
  expect(commands).toEqual([
    ['install', '-m', '0644', rootFile, '/etc/pki/ca-trust/source/anchors/inkseal-local.pem'],
    ['update-ca-trust', 'extract'],
  ])
})

test('a system that keeps roots elsewhere is left alone', async () => {
  const { machine, commands } = recorded({ isRoot: true })
  expect(await trust({ rootFile, machine })).toMatchObject([{ outcome: 'skipped' }])
  expect(commands).toEqual([])
})

test('macOS and Windows keep the root for the user', async () => {
  const mac = recorded({ platform: 'darwin' })
  await trust({ rootFile, machine: mac.machine })
  await untrust({ rootFile, machine: mac.machine })
  const keychain = `${home}/Library/Keychains/login.keychain-db`
  expect(mac.commands).toEqual([
    ['security', 'add-trusted-cert', '-r', 'trustRoot', '-k', keychain, rootFile],
    ['security', 'delete-certificate', '-t', '-Z', expect.stringMatching(/^[0-9A-F]{40}$/), keychain],
  ])
  const windows = recorded({ platform: 'win32' })
  await trust({ rootFile, machine: windows.machine })
  await untrust({ rootFile, machine: windows.machine })
  expect(windows.commands).toEqual([
    ['certutil', '-user', '-addstore', 'Root', rootFile],
    ['certutil', '-user', '-delstore', 'Root', expect.stringMatching(/^[0-9A-F]{40}$/)],
  ])
})

test('a command that fails gives its last line as the reason', async () => {
  const { machine } = recorded({
    isRoot: true,
    there: ['/usr/local/share/ca-certificates'],
    run: async () => ({ code: 1, stdout: '', stderr: 'trying\nno space left\n' }),
  })
  expect(await trust({ rootFile, machine })).toMatchObject([{ outcome: 'failed', reason: 'no space left' }])
})

test('a program that is not there ends with 127', async () => {
  expect(await thisMachine(home).run('inkseal-no-such-program', [])).toMatchObject({ code: 127 })
})

test('without a root there is nothing to trust', async () => {
  await rm(rootFile)
  const { machine } = recorded({})
  await expect(trust({ rootFile, machine })).rejects.toMatchObject({ code: 'localca/files' })
})
