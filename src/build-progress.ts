import type { SiteFiles } from './plan.ts'

/** How far a build has come: of the pages read and rendered and the files written, together. */
export type Progress = { readonly done: number; readonly total: number }

export type BuildProgress = {
  /** To be called with the site, once it is known. */
  readonly expect: (files: SiteFiles) => void
  /** To be called with the number of things of a stage that are done. */
  readonly report: (stage: string, done: number) => void
}

export function createProgress(onProgress: (progress: Progress) => void = () => {}): BuildProgress {
  const stages = new Map<string, number>()
  let total = 0
  return {
    expect: (files) => {
      total = countSteps(files)
    },
    report(stage, count) {
      stages.set(stage, count)
      const done = [...stages.values()].reduce((sum, each) => sum + each, 0)
      onProgress({ done, total: Math.max(done, total) })
    },
  }
}

/** What there is to read, to render and to write, as far as it is known before. */
const countSteps = ({ sites, theme, statics, cards }: SiteFiles) =>
  sites.reduce((sum, { pages, resources }) => sum + pages.length * 3 + resources.length, 0) +
  statics.length +
  cards.length +
  theme.files.length
