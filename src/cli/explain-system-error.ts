import { getSystemErrorMessage } from 'node:util'
import type { Diagnostic } from '../base/diagnostic.ts'

/** What a system call does, in words that stand before a path. */
const deeds: Readonly<Record<string, string>> = {
  mkdir: 'make the folder',
  mkdtemp: 'make the folder',
  rmdir: 'remove the folder',
  scandir: 'list the folder',
  opendir: 'list the folder',
  open: 'open',
  copyfile: 'copy',
  rename: 'rename',
  link: 'link',
  symlink: 'make the link',
  readlink: 'read the link',
  unlink: 'remove',
  rm: 'remove',
  stat: 'look at',
  lstat: 'look at',
  access: 'look at',
  utime: 'touch',
}

const hints: Readonly<Record<string, string>> = {
  EACCES: 'Give yourself the right to do so, or start the command as the user who has it',
  EPERM: 'Give yourself the right to do so, or start the command as the user who has it',
  ENOSPC: 'Free some space on the disk',
  EDQUOT: 'Free some space: your share of the disk is used up',
  EROFS: 'Put the site on a disk that can be written to',
  EEXIST: 'Move what lies there away',
  EISDIR: 'Move the folder that lies there away: a file belongs there',
  ENOTDIR: 'Move the file that lies there away: a folder belongs there',
  ENOTEMPTY: 'Move what lies there away',
  EMFILE: 'Allow more open files: `ulimit -n 4096`',
  ENFILE: 'End programs that hold many files open',
}

/** A failure that Node reports of the operating system as a diagnostic, or undefined where it is another error. */
export function explainSystemError(error: unknown): Diagnostic | undefined {
  if (!isSystemError(error)) return undefined
  const { code, errno, syscall, path, dest } = error
  const deed = deeds[syscall] ?? syscall
  const what = path === undefined ? 'a file' : dest === undefined ? path : `${path} to ${dest}`
  return {
    code: 'base/system',
    severity: 'error',
    message: `Cannot ${deed} ${what}: ${errno === undefined ? code : getSystemErrorMessage(errno)}`,
    hint: hints[code] ?? `See to it that the system lets this be done (${code}), and try again`,
  }
}

type SystemError = Error & {
  readonly code: string
  readonly errno?: number
  readonly syscall: string
  readonly path?: string
  readonly dest?: string
}

const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error &&
  'syscall' in error &&
  typeof error.syscall === 'string' &&
  'code' in error &&
  typeof error.code === 'string'
