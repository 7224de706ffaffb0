import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { SiteError } from '../../src/base/site-error.ts'
import { build } from '../../src/build.ts'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import type { UserConfig } from '../../src/config/user-config.ts'
import { createRandom, mutate } from './mutate.ts'

export type FuzzOptions = {
  readonly count: number
  readonly seed: number
  /** Posts that are built together. */
  readonly batch: number
  readonly step: (done: number) => void
}

export type FuzzResult = {
  /** Posts that became pages, and posts that were told of with a place in them. */
  readonly pages: number
  readonly told: number
  /** How often each code was told. */
  readonly codes: Readonly<Record<string, number>>
  /** What must not be: each says what happened. */
  readonly failures: readonly string[]
}

/** All that an author may switch on, so that each is met with whatever she writes. */
const configs: readonly UserConfig[] = [
  {},
  { markdown: { math: true, emoji: true, wikilinks: true, attributes: { blocks: true } } },
  {
    markdown: {
      parser: 'remark',
      math: true,
      wikilinks: true,
      attributes: { blocks: true },
      hardWraps: true,
    },
  },
  { markdown: { rawHtml: false }, urls: { permalinks: { posts: '/:year/:month/:title/' }, ugly: true } },
]

/**
 * Builds mutated posts with the real build, a batch at a time. What is told of is taken out and the rest built again,
 * until all that is left are pages. Anything else than a page or a mistake with a place in the post is a failure.
 */
export async function runFuzz({ count, seed, batch, step }: FuzzOptions): Promise<FuzzResult> {
  const posts = await readPosts()
  const random = createRandom(seed)
  const codes: Record<string, number> = {}
  const failures: string[] = []
  let pages = 0
  let told = 0
  for (let start = 0; start < count; start += batch) {
    const root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-fuzz-'))
    await mkdir(path.join(root, 'content/posts'), { recursive: true })
    const size = Math.min(batch, count - start)
    const left = new Set<string>()
    for (let index = 0; index < size; index++) {
      const name = `content/posts/m${start + index}.md`
      left.add(name)
      const post = posts[Math.floor(random() * posts.length)] ?? ''
      await writeFile(path.join(root, name), mutate(post, random))
    }
    const user = {
      ...configs[(start / batch) % configs.length],
      brokenLinks: 'warning',
      cards: false,
    } as const
    const outcome = await buildUntilClean({ root, user, left, codes })
    if (outcome) failures.push(`seed ${seed}, from post ${start}, kept in ${root}: ${outcome}`)
    else await rm(root, { recursive: true })
    pages += left.size
    told += size - left.size
    step(start + size)
  }
  return { pages, told, codes, failures }
}

async function readPosts(): Promise<readonly string[]> {
  const folder = new URL('posts/', import.meta.url)
  const names = (await readdir(folder)).sort()
  return Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))
}

type Batch = {
  readonly root: string
  readonly user: UserConfig
  /** Gets smaller. */
  readonly left: Set<string>
  readonly codes: Record<string, number>
}

/** Gives what went wrong, or undefined where all was as it must be. */
async function buildUntilClean({ root, user, left, codes }: Batch): Promise<string | undefined> {
  for (;;) {
    try {
      const config = resolveConfig({ ...user, site: { url: 'https://example.org' } }, { root, files: [] })
      await build({ config, clock: () => Date.UTC(2026, 10, 24), show: ['draft', 'future', 'expired'] })
      return undefined
    } catch (error) {
      if (!(error instanceof SiteError)) return error instanceof Error ? String(error.stack) : String(error)
      const before = left.size
      for (const { code, message, place } of error.diagnostics) {
        codes[code] = (codes[code] ?? 0) + 1
        if (code === 'markdown/render') return `${message}, in ${place?.path}`
        if (place?.path === undefined || !/^content\/posts\/m\d+\.md$/.test(place.path))
          return `a mistake without a place in a post: ${code} ${message} (${place?.path})`
        if (left.delete(place.path)) await rm(path.join(root, place.path))
      }
      if (left.size === before) return `told of nothing new: ${error.message}`
    }
  }
}
