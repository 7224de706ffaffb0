import { mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createBlock, type RecordView } from './block.ts'
import { writeBlocks } from './facts-file.ts'
import { openTextStore } from './text-store.ts'

/** Writes the cache again with these records alone and what of texts belongs to them, as many as the limit lets in. */
export function rewriteCache(dir: string, records: readonly RecordView[], limit: number): void {
  const next = `${dir}.next`
  rmSync(next, { recursive: true, force: true })
  mkdirSync(next, { recursive: true })
  const before = openTextStore(dir, 0)
  const after = openTextStore(next, 0)
  const block = createBlock()
  const kept = new Set<string>()
  let size = 0
  for (const record of records) {
    const { key, text, length } = record
    if (kept.has(key) || size + length + (text?.length ?? 0) > limit) continue
    size += length + (text?.length ?? 0)
    kept.add(key)
    block.add({
      index: 0,
      key,
      notes: record.notes,
      facts: record.facts,
      rest: record.rest,
      text: text && after.put(before.read(text)),
    })
  }
  after.close()
  before.close()
  writeBlocks(path.join(next, 'facts'), [block.bytes()], { anew: true })
  rmSync(dir, { recursive: true, force: true })
  renameSync(next, dir)
}
