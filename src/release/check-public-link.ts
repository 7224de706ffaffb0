import { lstat } from 'node:fs/promises'
import { SiteError } from '../base/site-error.ts'
import { publicLink } from './release-paths.ts'

/**
 * Sees to it that `public` is ours to swap: a link, or not there. Other generators leave a real folder of that name,
 * and what is in it is not ours to remove.
 *
 * @throws SiteError release/write
 */
export async function checkPublicLink(root: string): Promise<void> {
  const facts = await lstat(publicLink(root)).catch(() => undefined)
  if (!facts || facts.isSymbolicLink()) return
  throw new SiteError({
    code: 'release/write',
    message: `Cannot publish as public: a ${facts.isDirectory() ? 'folder' : 'file'} of that name is there, where the link to the release goes`,
    hint: 'Move it away: mv public public.old',
  })
}
