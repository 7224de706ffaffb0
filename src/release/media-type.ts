import { lookup } from 'mrmime'

/** The Content-Type of a file by its name, with a charset where it is text; octet-stream where the ending is unknown. */
export function mediaTypeOf(path: string): string {
  const type = lookup(path) ?? 'application/octet-stream'
  return isText(type) ? `${type};charset=utf-8` : type
}

/** Whether a type is made of text, so that it takes a charset and is worth compressing. */
export function isText(mediaType: string): boolean {
  return /^text\/|[/+](json|xml|javascript|manifest\+json|svg\+xml)(;|$)/.test(mediaType)
}
