import path from 'node:path'
import { SiteError } from '../base/site-error.ts'

/**
 * The last guard before the disk: a path must be relative, in its own normal form, and stay inside of the release.
 *
 * @throws SiteError release/write
 */
export function checkArtifactPath(name: string): void {
  const isNormal = path.posix.normalize(name) === name && !name.endsWith('/') && name !== '.'
  const staysInside = !path.posix.isAbsolute(name) && !/(^|[/\\])\.\.([/\\]|$)/.test(name)
  if (isNormal && staysInside && !name.includes('\0')) return
  throw new SiteError({
    code: 'release/write',
    message: `Cannot publish a file as ${JSON.stringify(name)}: the path is empty in part or leads out of the site`,
    hint: 'Look for the url, slug, alias or tag that holds "..", "." or "//", and change it',
  })
}
