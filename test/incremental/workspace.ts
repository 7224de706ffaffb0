import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What a file was before an edit; undefined where it was not there. */
type Before = { readonly bytes: Buffer; readonly atime: Date; readonly mtime: Date } | undefined

/** What an edit has changed: enough to take it back. */
export type Changes = { readonly files: ReadonlyMap<string, Before>; readonly now: number }

/** A site's folder that is being edited, and its clock. It remembers what each edit found. */
export type Workspace = {
  readonly root: string
  readonly now: () => number
  readonly advance: (milliseconds: number) => void
  readonly has: (file: string) => boolean
  /** Throws where there is no such file. */
  readonly read: (file: string) => string
  readonly write: (file: string, content: string | Uint8Array) => void
  /** Writes other bytes and sets the time of the last change back, as `rsync -t` may. */
  readonly writeUnnoticed: (file: string, content: string) => void
  /** Sets the time of the last change to now, and nothing else. */
  readonly touch: (file: string) => void
  readonly remove: (file: string) => void
  readonly move: (from: string, to: string) => void
  /** Files below a folder, relative to the site's, in order. */
  readonly list: (folder: string, name?: RegExp) => readonly string[]
  /** What has been changed since this was last called. */
  readonly take: () => Changes
  /** Writes what was there before; with the times of then, too, where they are wanted. */
  readonly restore: (changes: Changes, times: 'old times' | 'new times') => void
}

export function openWorkspace(root: string, start: number): Workspace {
  let now = start
  let files = new Map<string, Before>()
  let before = now
  const at = (file: string) => path.join(root, file)
  const has = (file: string) => statSync(at(file), { throwIfNoEntry: false })?.isFile() ?? false
  const note = (file: string) => {
    if (!files.has(file)) files.set(file, factsOf(at(file)))
  }
  const put = (file: string, content: string | Uint8Array) => {
    note(file)
    mkdirSync(path.dirname(at(file)), { recursive: true })
    writeFileSync(at(file), content)
  }
  const remove = (file: string) => {
    note(file)
    rmSync(at(file), { force: true })
  }
  return {
    root,
    has,
    remove,
    now: () => now,
    advance(milliseconds) {
      now += milliseconds
    },
    read: (file) => readFileSync(at(file), 'utf8'),
    write: put,
    writeUnnoticed(file, content) {
      const { atime, mtime } = statSync(at(file))
      put(file, content)
      utimesSync(at(file), atime, mtime)
    },
    touch(file) {
      note(file)
      utimesSync(at(file), new Date(), new Date())
    },
    move(from, to) {
      const bytes = readFileSync(at(from))
      remove(from)
      put(to, bytes)
    },
    list(folder, name = /./) {
      const entries = readdirSync(at(folder), { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => entry.isFile() && name.test(entry.name))
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
        .sort()
    },
    take() {
      const changes = { files, now: before }
      files = new Map()
      before = now
      return changes
    },
    restore(changes, times) {
      for (const [file, old] of changes.files) {
        if (!old) {
          remove(file)
          continue
        }
        put(file, old.bytes)
        if (times === 'old times') utimesSync(at(file), old.atime, old.mtime)
      }
    },
  }
}

function factsOf(file: string): Before {
  const facts = statSync(file, { throwIfNoEntry: false })
  return facts && { bytes: readFileSync(file), atime: facts.atime, mtime: facts.mtime }
}
