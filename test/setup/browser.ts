import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findTool } from './machine.ts'

export type Browser = {
  /** A page with storage of its own. Closing the browser closes it. */
  readonly newPage: (options?: BrowserContextOptions) => Promise<Page>
  readonly close: () => Promise<void>
}

/**
 * Opens Chromium as a person has it who trusts one root more: the root lies in the NSS database of a temporary HOME,
 * and no check is switched off.
 *
 * @throws Error where the machine has no Chromium or no certutil
 */
export async function openBrowser(options: { readonly rootFile?: string } = {}): Promise<Browser> {
  const [executablePath, certutil] = await Promise.all([findTool('chromium'), findTool('certutil')])
  if (!executablePath || !certutil) throw new Error('Cannot open Chromium: it or certutil is not there')
  const home = await mkdtemp(path.join(os.tmpdir(), 'inkseal-browser-'))
  const remove = () => rm(home, { recursive: true, force: true, maxRetries: 5 })
  try {
    if (options.rootFile) await trustIn(home, { certutil, rootFile: options.rootFile })
    const browser = await chromium.launch({
      executablePath,
      // Names of loopback are reached directly, whatever proxy the machine has.
      args: [...FLAGS, '--no-proxy-server'],
      env: { ...process.env, HOME: home, XDG_DATA_HOME: '', XDG_CONFIG_HOME: '', XDG_CACHE_HOME: '' },
    })
    return {
      newPage: async (context) => (await browser.newContext(context)).newPage(),
      async close() {
        await browser.close()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/** What root in a container needs, and what keeps a browser from calling home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

type Trust = { readonly certutil: string; readonly rootFile: string }

async function trustIn(home: string, { certutil, rootFile }: Trust): Promise<void> {
  const database = path.join(home, '.pki/nssdb')
  await mkdir(database, { recursive: true, mode: 0o700 })
  const run = (...args: string[]) => promisify(execFile)(certutil, [...args, '-d', `sql:${database}`])
  await run('-N', '--empty-password')
  await run('-A', '-t', 'C,,', '-n', 'root', '-i', rootFile)
}
