import { type UrlStyle, urlize } from './urlize.ts'

/**
 * The piece of a URL that a file's or a folder's name gives. Other than in a slug, each of its spaces becomes a hyphen:
 * `a - b` is `a---b` (measured with Hugo 0.169).
 */
export const pathSegment = (name: string, style?: UrlStyle): string =>
  urlize(name.replaceAll(' ', '-'), style)
