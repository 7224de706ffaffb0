import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Random } from './random.ts'

/** What may happen to a file of a cache. */
export const damages: Readonly<Record<string, (file: string, random: Random) => void>> = {
  'cut off': (file) => truncateSync(file, Math.floor(lstatSync(file).size / 2)),
  'cut off by a byte': (file) => truncateSync(file, Math.max(0, lstatSync(file).size - 1)),
  'longer than it was': (file) => writeFileSync(file, 'more', { flag: 'a' }),
  empty: (file) => writeFileSync(file, ''),
  gone: (file) => rmSync(file),
  garbage: (file, random) => writeFileSync(file, garbage(lstatSync(file).size, random)),
  'of another version': (file) => overwrite(file, 0, Buffer.from('Inkseal made 0\n\n')),
  'a folder': (file) => replace(file, () => mkdirSync(file)),
  'a link that leads nowhere': (file) => replace(file, () => symlinkSync('nowhere', file)),
  'a link to itself': (file) => replace(file, () => symlinkSync(path.basename(file), file)),
  'different in one bit': flipBit,
  'different in one other bit': flipBit,
}

/** The files of a site's cache that builds leave there for later builds, but for the bundled theme's. */
export function listCache(root: string): readonly string[] {
  const folder = path.join(root, '.inkseal/cache/made')
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : []
}

function flipBit(file: string, random: Random): void {
  const bytes = readFileSync(file)
  if (bytes.length === 0) return
  const at = random.below(bytes.length)
  overwrite(file, at, Buffer.of((bytes[at] ?? 0) ^ (1 << random.below(8))))
}

/** In place: the file stays the same one. */
function overwrite(file: string, at: number, part: Buffer): void {
  const bytes = readFileSync(file)
  part.copy(bytes, at)
  writeFileSync(file, bytes)
}

function replace(file: string, make: () => void): void {
  rmSync(file)
  make()
}

const garbage = (length: number, random: Random) =>
  Buffer.from(Array.from({ length }, () => random.below(256)))
