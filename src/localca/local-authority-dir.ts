import path from 'node:path'

/**
 * The folder of this user's local authority: `root.pem` (may be read by all), `root.key` and `leaf.pem` (by this
 * user only). INKSEAL_HOME is taken first, then the place that the system has for such data.
 */
export function localAuthorityDir(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (env.INKSEAL_HOME) return env.INKSEAL_HOME
  if (platform === 'win32') {
    return path.win32.join(env.LOCALAPPDATA || path.win32.join(home, 'AppData', 'Local'), 'inkseal')
  }
  if (platform === 'darwin') return path.posix.join(home, 'Library/Application Support/inkseal')
  // A relative XDG_DATA_HOME is invalid and to be ignored, says the XDG Base Directory Specification.
  const data = env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : path.posix.join(home, '.local/share')
  return path.posix.join(data, 'inkseal')
}
