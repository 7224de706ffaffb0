import { SiteError } from '../../base/site-error.ts'
import type { MatterText } from '../matter/matter-text.ts'
import { placeOfKey } from '../matter/place-of-key.ts'
import type { UrlRefusal } from './page-url.ts'

export const refuseUrl = ({ reason, hint, key }: UrlRefusal, file: MatterText) =>
  new SiteError({
    code: 'content/invalid-url',
    message: `Cannot publish the page: ${reason}`,
    hint,
    place: key === undefined ? { path: file.path } : placeOfKey(file, key),
  })
