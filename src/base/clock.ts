/** Wall-clock time in milliseconds since 1970, as an argument: tests and `--clock` set their own. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()
