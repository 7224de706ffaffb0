/** Percent-encodes a path for a URL: `/tags/c#/` → `/tags/c%23/`. Also what would end the path there: `?` and `#`. */
export const encodePath = (path: string): string =>
  // Most paths hold nothing to encode, and there are many of them.
  PLAIN.test(path)
    ? path
    : // A lone surrogate has no bytes, and encodeURI would throw.
      encodeURI(path.toWellFormed()).replaceAll(/[?#]/g, encodeURIComponent)

const PLAIN = /^[\w/.~-]*$/
