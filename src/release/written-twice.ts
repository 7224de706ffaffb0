import { SiteError } from '../base/site-error.ts'

export function writtenTwice(name: string): SiteError {
  return new SiteError({
    code: 'release/write',
    message: `Cannot write the release: two files are named ${name}`,
    hint: 'Rename one of the two: a page, a file beside a page, a theme file or a static file',
  })
}
