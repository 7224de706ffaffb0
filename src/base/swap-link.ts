import { randomBytes } from 'node:crypto'
import { rename, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import { syncDirectory } from './write-atomic.ts'

/** Points a link at another target in one step: whoever resolves it meets the old target or the new one. */
export async function swapLink(link: string, target: string): Promise<void> {
  const draft = `${link}.${randomBytes(6).toString('hex')}`
  // 'junction' matters to Windows only, where plain links need a privilege.
  await symlink(target, draft, 'junction')
  try {
    await rename(draft, link)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncDirectory(path.dirname(link))
}
