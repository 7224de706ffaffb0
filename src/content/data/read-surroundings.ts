import { digestOf } from '../../base/digest-of.ts'
import type { Config } from '../../config/config.ts'
import { readTexts, type TextFile } from '../matter/read-texts.ts'
import { nameOf } from '../scan/scan-languages.ts'

/** What lies beside the content and any page may ask for, not parsed yet. Plain data: it goes to other threads. */
export type Surroundings = {
  /** Of `data/`. */
  readonly data: readonly TextFile[]
  /** Of `i18n/`. */
  readonly strings: readonly TextFile[]
  readonly digest: string
}

/** @throws SiteError content/read */
export async function readSurroundings({ dataDir, i18nDir, root }: Config): Promise<Surroundings> {
  const [data, strings] = await Promise.all(
    [dataDir, i18nDir].map((directory) => readTexts(directory, nameOf(directory, root))),
  )
  return { data: data ?? [], strings: strings ?? [], digest: digestOf(JSON.stringify([data, strings])) }
}
