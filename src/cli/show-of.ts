import type { BuildOptions } from '../build.ts'

export type ShowArguments = {
  readonly drafts?: boolean
  readonly future?: boolean
  readonly expired?: boolean
}

/** What a command line wants to see beside published pages. */
export function showOf({ drafts, future, expired }: ShowArguments): NonNullable<BuildOptions['show']> {
  return [
    ...(drafts ? (['draft'] as const) : []),
    ...(future ? (['future'] as const) : []),
    ...(expired ? (['expired'] as const) : []),
  ]
}
