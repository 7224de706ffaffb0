import { hash } from 'node:crypto'
import path from 'node:path'

/** Where the files of a release in the making are written. Plain data, for every thread that writes some. */
export type WriteTarget = {
  readonly dir: string
  /**
   * `placed`: each file where it belongs. `flat`: all in one folder, to be put into their places at the end, where a
   * release was there before: most of its files stay, and a folder made for one file costs more than the file.
   */
  readonly layout: 'placed' | 'flat'
  /** The release before. What has not changed is taken from it. */
  readonly previous: FormerRelease | undefined
}

export type FormerRelease = {
  readonly dir: string
  readonly manifestFile: string
  /** Milliseconds since 1970: none of its files is younger. */
  readonly writtenAt: number
}

/** Where a file is written that is to be published under `name`. */
export const fileFor = ({ dir, layout }: Omit<WriteTarget, 'previous'>, name: string): string =>
  path.join(dir, layout === 'flat' ? hash('sha1', name) : name)
