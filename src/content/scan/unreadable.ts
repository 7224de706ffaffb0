import { SiteError } from '../../base/site-error.ts'

/** What cannot be read stops the build: nobody knows what address the page would have. */
export const unreadableFile = (name: string, cause: unknown): SiteError =>
  unreadable({ kind: 'file', name }, cause)

export const unreadableFolder = (name: string, cause: unknown): SiteError =>
  unreadable({ kind: 'folder', name }, cause)

type Unread = { readonly kind: 'folder' | 'file'; readonly name: string }

function unreadable({ kind, name }: Unread, cause: unknown): SiteError {
  return new SiteError(
    {
      code: 'content/read',
      message: `Cannot read ${name}: ${cause instanceof Error ? cause.message : String(cause)}`,
      hint:
        kind === 'folder'
          ? 'Make it a folder that you have the right to read'
          : 'Give yourself the right to read the file, or move it out of content/',
    },
    { cause },
  )
}
