import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/**
 * When each file below a folder was last committed, by its path inside the folder; what Hugo's `:git` takes. Empty
 * where there is no Git, or the folder is in no repository: then no page has such a date.
 */
export async function readCommits(directory: string): Promise<ReadonlyMap<string, Date>> {
  const log = ['log', '--format=format:%x00%at', '--name-only', '--no-renames', '--relative', '--', '.']
  const options = { cwd: directory, maxBuffer: 1 << 28 }
  const { stdout } = await promisify(execFile)('git', ['-c', 'core.quotePath=false', ...log], options).catch(
    () => ({ stdout: '' }),
  )
  const commits = new Map<string, Date>()
  let date = new Date(0)
  for (const line of stdout.split('\n')) {
    if (line.startsWith('\0')) date = new Date(Number(line.slice(1)) * 1000)
    // The newest come first.
    else if (line !== '' && !commits.has(line)) commits.set(line, date)
  }
  return commits
}
