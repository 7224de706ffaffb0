import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

/** Debian's packages, for the tests' own use. Every package comes through apt, which checks its signature. */

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'

export async function hasApt(): Promise<boolean> {
  return process.platform === 'linux' && (await succeeds('apt-get', ['--version']))
}

/** Whether this user may install on the system without being asked anything. */
export async function canInstall(): Promise<boolean> {
  return isRoot() || succeeds('sudo', ['-n', 'true'])
}

export async function installPackages(packages: readonly string[]): Promise<void> {
  const install = ['install', '-y', '-q', '--no-install-recommends', ...packages]
  // The lists are empty in a fresh container, and old ones name files that the mirror has no longer.
  await asRoot(install).catch(async () => {
    await asRoot(['update', '-q'])
    await asRoot(install)
  })
}

type Unpacking = { readonly name: string; readonly atLeast: string; readonly folder: string }

/**
 * Unpacks a package below a folder without touching the system: the release's own where it is new enough, else
 * Debian unstable's, from the mirror that this machine uses.
 */
export async function unpackPackage({ name, atLeast, folder }: Unpacking): Promise<void> {
  const work = await mkdtemp(path.join(os.tmpdir(), 'inkseal-apt-'))
  try {
    const ours = await candidate(name)
    const isNew = ours !== undefined && (await succeeds('dpkg', ['--compare-versions', ours, 'ge', atLeast]))
    const options = isNew ? [] : await unstable(work)
    if (!isNew) await run('apt-get', [...options, '-qq', 'update'], work)
    await run('apt-get', [...options, '-qq', '-o', 'APT::Sandbox::User=root', 'download', name], work)
    const file = (await readdir(work)).find((entry) => entry.endsWith('.deb'))
    if (file === undefined) throw new Error(`apt-get download ${name} gave no package`)
    await run('dpkg', ['-x', path.join(work, file), folder], work)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function candidate(name: string): Promise<string | undefined> {
  const { stdout } = await run('apt-cache', ['policy', name])
  const version = /Candidate: (\S+)/.exec(stdout)?.[1]
  return version === '(none)' ? undefined : version
}

/** Options that make apt see Debian unstable and nothing of the system's state. */
async function unstable(work: string): Promise<string[]> {
  if (!/^ID=debian$/m.test(await readFile('/etc/os-release', 'utf8'))) {
    throw new Error('Cannot fetch from Debian unstable: this is not a Debian machine')
  }
  // Unlike apt-cache policy, this knows the mirror before the lists were ever fetched.
  const targets = await run('apt-get', ['indextargets', '--format', '$(REPO_URI)', 'Identifier: Packages'])
  const mirror = targets.stdout.split('\n').find((uri) => uri !== '' && !uri.includes('security'))
  if (mirror === undefined) throw new Error('Cannot fetch from Debian unstable: apt knows no mirror')
  await mkdir(path.join(work, 'lists/partial'), { recursive: true })
  await mkdir(path.join(work, 'cache/archives/partial'), { recursive: true })
  await writeFile(path.join(work, 'sources.list'), `deb [signed-by=${KEYRING}] ${mirror} sid main\n`)
  const options = [
    `Dir::Etc::sourcelist=${work}/sources.list`,
    'Dir::Etc::sourceparts=/dev/null',
    `Dir::State::Lists=${work}/lists`,
    'Dir::State::status=/dev/null',
    `Dir::Cache=${work}/cache`,
    'APT::Sandbox::User=root',
  ]
  return options.flatMap((option) => ['-o', option])
}

const isRoot = (): boolean => process.getuid?.() === 0

function asRoot(args: readonly string[]) {
  const full = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args]
  return isRoot() ? run('env', full.slice(1)) : run('sudo', ['-n', ...full])
}

async function run(command: string, args: readonly string[], cwd = '/') {
  return promisify(execFile)(command, [...args], { cwd, maxBuffer: 64 * 1024 * 1024 })
}

const succeeds = (command: string, args: readonly string[]): Promise<boolean> =>
  run(command, args).then(
    () => true,
    () => false,
  )
