import { type Size, type Work, works } from './measure-size.ts'

/** What the runs of one work come to. */
export type Line = {
  readonly posts: number
  readonly work: Work
  readonly tools: readonly {
    readonly tool: string
    /** Median. */
    readonly milliseconds: number
    /** Median of the peaks, in bytes; undefined where nothing told it. */
    readonly peak: number | undefined
    /** How many times as long as Inkseal it takes: the median of the rounds' ratios. */
    readonly times: number
  }[]
}

export const summarize = (sizes: readonly Size[]): readonly Line[] =>
  sizes.flatMap((size) => works.map((work) => summarizeWork(size, work)))

function summarizeWork({ posts, measured }: Size, work: Work): Line {
  const all = measured.filter((one) => one.work === work)
  const [inkseal] = all
  return {
    posts,
    work,
    tools: all.map(({ tool, runs }) => {
      const peaks = runs.flatMap(({ peak }) => peak ?? [])
      const own = inkseal?.runs ?? []
      return {
        tool,
        milliseconds: median(runs.map(({ milliseconds }) => milliseconds)),
        peak: peaks.length > 0 ? median(peaks) : undefined,
        times: median(runs.map((run, round) => run.milliseconds / (own[round]?.milliseconds ?? Number.NaN))),
      }
    }),
  }
}

/** NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const [low = Number.NaN, high = low] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]]
  return (low + high) / 2
}
