import { SiteError } from '../base/site-error.ts'
import type { MatterText } from './matter-text.ts'
import type { UrlRefusal } from './page-url.ts'
import { placeOfKey } from './place-of-key.ts'

export const refuseUrl = ({ reason, hint, key }: UrlRefusal, file: MatterText) =>
  new SiteError({
    code: 'content/invalid-url',
    message: `Cannot publish the page: ${reason}`,
    hint,
    place: key === undefined ? { path: file.path } : placeOfKey(file, key),
  })
