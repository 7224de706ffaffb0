import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { withLock } from '../../src/base/lock.ts'
import { canInstall, hasApt, installPackages, unpackPackage } from './debian.ts'

export type ToolName = 'pebble' | 'pebble-challtestsrv' | 'chromium' | 'certutil' | 'curl' | 'openssl'

type Tool = {
  /** What the program may be called. */
  readonly names: readonly string[]
  /** Debian's packages that are installed for it; without any it is fetched in another way. */
  readonly packages: readonly string[]
  /** How a person gets it where the set-up cannot. */
  readonly advice: string
}

const tools: Readonly<Record<ToolName, Tool>> = {
  pebble: {
    names: ['pebble'],
    packages: [],
    advice: 'put Pebble 2.6 or later on PATH (github.com/letsencrypt/pebble)',
  },
  'pebble-challtestsrv': {
    names: ['pebble-challtestsrv'],
    packages: [],
    advice: 'put pebble-challtestsrv on PATH (github.com/letsencrypt/pebble)',
  },
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    packages: ['chromium', 'fonts-dejavu-core'],
    advice: 'install Chromium (Debian: apt install chromium fonts-dejavu-core)',
  },
  certutil: {
    names: ['certutil'],
    packages: ['libnss3-tools'],
    advice: 'install NSS’s certutil (Debian: apt install libnss3-tools)',
  },
  curl: { names: ['curl'], packages: ['curl'], advice: 'install curl' },
  openssl: { names: ['openssl'], packages: ['openssl'], advice: 'install OpenSSL’s command' },
}

export const toolNames: readonly ToolName[] = [
  'pebble',
  'pebble-challtestsrv',
  'chromium',
  'certutil',
  'curl',
  'openssl',
]

export const adviceFor = (name: ToolName): string => tools[name].advice

/**
 * The path of a program that tests need, found on PATH or in the tests' cache, else fetched where Debian's packages
 * can be had; undefined where none of that helps.
 */
export async function findTool(name: ToolName): Promise<string | undefined> {
  const there = await lookUp(name)
  if (there !== undefined || !(await hasApt())) return there
  // Test files run in several processes, and apt has room for one.
  return withLock(
    path.join(cacheFolder(), 'fetch.lock'),
    { guards: 'the tests’ tools', patience: 600_000 },
    async () => {
      const meanwhile = await lookUp(name)
      if (meanwhile !== undefined) return meanwhile
      await fetchTool(name)
      return lookUp(name)
    },
  )
}

async function lookUp(name: ToolName): Promise<string | undefined> {
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    // Debian keeps some programs where a plain user's PATH does not lead.
    '/usr/sbin',
    path.join(cacheFolder(), 'usr/bin'),
  ]
  for (const program of tools[name].names) {
    for (const folder of folders) {
      const file = path.resolve(folder, program)
      if (folder !== '' && (await isProgram(file)) && (await serves(name, file))) return file
    }
  }
  return undefined
}

async function fetchTool(name: ToolName): Promise<void> {
  process.stderr.write(`tests: fetching ${name} from the Debian packages\n`)
  const folder = cacheFolder()
  try {
    if (tools[name].packages.length === 0) {
      await mkdir(folder, { recursive: true })
      await unpackPackage({ name: 'pebble', atLeast: '2.6', folder })
    } else if (await canInstall()) {
      await installPackages(tools[name].packages)
    }
  } catch (error) {
    process.stderr.write(`tests: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

const cacheFolder = (): string =>
  path.resolve(process.env.INKSEAL_TEST_TOOLS ?? path.join(import.meta.dirname, '../.cache/tools'))

const isProgram = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  )

/**
 * Debian 12's Pebble (2.4) knows neither ARI nor profiles, Debian's own builds do not tell their version, and another
 * program is called `pebble` too: what counts is what the program holds, and that it starts on this machine.
 */
async function serves(name: ToolName, file: string): Promise<boolean> {
  if (tools[name].packages.length > 0) return true
  if (name === 'pebble') {
    const bytes = await readFile(file)
    if (!bytes.includes('renewalInfo') || !bytes.includes('json:"profile,omitempty"')) return false
  }
  return promisify(execFile)(file, ['-h']).then(
    () => true,
    // Go's flag package leaves with 0 or 2 after its help; a loader that lacks a library leaves with 1 or 127.
    (error: unknown) => error instanceof Error && 'code' in error && error.code === 2,
  )
}
