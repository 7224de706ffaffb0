import { parseArgs } from 'node:util'

const rivals = ['hugo', 'eleventy', 'floor'] as const

type Rival = (typeof rivals)[number]

export type BenchOptions = {
  /** How many posts, a site each. */
  readonly posts: readonly number[]
  readonly rounds: number
  readonly with: readonly Rival[]
  /** A folder of posts to take instead of written ones: `posts/*.md` or `*.md`. */
  readonly content: string | undefined
  /** Has Inkseal read every page by remark-parse. */
  readonly forcedRemark: boolean
  /** Where to write what was measured. */
  readonly json: string | undefined
}

export const usage = `usage: npm run bench -- build [--posts 10,1000,10000] [--rounds 3] [--with hugo,eleventy,floor]
                             [--content DIR] [--forced-remark] [--json FILE]`

/** Undefined where the arguments are not to be understood. */
export function parseOptions(args: readonly string[]): BenchOptions | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        posts: { type: 'string', default: '10,1000,10000' },
        rounds: { type: 'string', default: '3' },
        with: { type: 'string', default: rivals.join() },
        content: { type: 'string' },
        'forced-remark': { type: 'boolean', default: false },
        json: { type: 'string' },
      },
    })
    const posts = values.posts.split(',').map(Number)
    const rounds = Number(values.rounds)
    const chosen = values.with.split(',').filter(Boolean)
    const unknown = chosen.some((name) => !rivals.some((rival) => rival === name))
    if (unknown || ![...posts, rounds].every((number) => Number.isInteger(number) && number > 0))
      return undefined
    return {
      posts,
      rounds,
      with: rivals.filter((rival) => chosen.includes(rival)),
      content: values.content,
      forcedRemark: values['forced-remark'],
      json: values.json,
    }
  } catch {
    return undefined
  }
}
