import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { onceEach } from '../base/once.ts'
import { takeDistrust } from './distrust.ts'
import type { TextPlace } from './text-place.ts'
import { textFile } from './text-store.ts'

/** Says how the text files were left: while they look the same, their bytes are what they were. */
const sealFile = (dir: string) => path.join(dir, 'seal.json')

type KeyedText = { readonly key: string; readonly text: TextPlace | undefined }

/** Size, inode and times of every text file. No tool can set the time of the last status change (ctime). */
export function sealTexts(dir: string): void {
  writeFileSync(sealFile(dir), JSON.stringify(looksOf(dir)))
}

/** What the cache takes on disk, in bytes. */
export const sizeOnDisk = (dir: string): number =>
  namesIn(dir).reduce((sum, name) => sum + (factsOf(path.join(dir, name))?.size ?? 0), 0)

/** The keys of texts that are not there as they were written. A file that looks as it was left is not read. */
export function findDamagedTexts(dir: string, texts: () => readonly KeyedText[]): readonly string[] {
  const looks = looksOf(dir)
  const sealed = takeDistrust(dir) ? {} : readSeal(dir)
  const names = Object.keys(sealed)
  if (names.length > 0 && names.every((name) => looks[name] === sealed[name])) return []
  const bytes = onceEach((number: number) => readOrNothing(textFile(dir, number)))
  return texts()
    .filter(({ text }) => text && looks[text.file] !== sealed[text.file])
    .filter(({ text }) => text && !isWhole(text, bytes(text.file)))
    .map(({ key }) => key)
}

const isWhole = ({ offset, length, crc }: TextPlace, bytes: Uint8Array) =>
  offset + length <= bytes.length && crc32(bytes.subarray(offset, offset + length)) === crc

function readOrNothing(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch {
    return new Uint8Array()
  }
}

type Looks = Readonly<Record<string, string | undefined>>

function looksOf(dir: string): Looks {
  const found: Record<string, string> = {}
  for (const name of namesIn(dir)) {
    const number = /^texts-(\d+)$/.exec(name)?.[1]
    const facts = number === undefined ? undefined : factsOf(path.join(dir, name))
    if (number !== undefined && facts?.isFile())
      found[number] = [facts.size, facts.ino, facts.mtimeMs, facts.ctimeMs].join(' ')
  }
  return found
}

function readSeal(dir: string): Looks {
  try {
    const seal: unknown = JSON.parse(readFileSync(sealFile(dir), 'utf8'))
    return typeof seal === 'object' && seal !== null ? (seal as Looks) : {}
  } catch {
    return {}
  }
}

const namesIn = (dir: string): readonly string[] => {
  try {
    return readdirSync(dir)
  } catch {
    return []
  }
}

function factsOf(file: string) {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
