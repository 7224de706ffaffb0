import type { Place } from '../../base/diagnostic.ts'
import { matterTextOf } from '../../content/matter/matter-text.ts'
import { offsetOfKey, placeOfKey } from '../../content/matter/place-of-key.ts'
import type { Page } from '../../content/page.ts'

/** Why a page is on the site, or is not. */
export type PageStory = {
  readonly isPublished: boolean
  /** A sentence's end: `it is a draft`. */
  readonly reason: string
  /** What the author does to change it; undefined where there is nothing to do. */
  readonly advice: string | undefined
  readonly place: Place | undefined
}

/** Tells of one page in the state that it has at a moment. */
export function explainPage(page: Page): PageStory {
  const { matter, state } = page
  const key = (...names: readonly string[]) => placeOfFirst(page, names)
  if (matter.build.render === 'never') {
    const reason = 'its build options say `render: never`'
    return hidden(
      reason,
      'Take `render: never` out of its `build`, or out of the `cascade` above it',
      key('build', '_build', 'headless'),
    )
  }
  if (matter.build.render === 'link') {
    const reason = 'its build options say `render: link`, so that it has an address and no file'
    return hidden(
      reason,
      'Take `render: link` out of its `build`, or out of the `cascade` above it',
      key('build', '_build'),
    )
  }
  if (state === 'draft') {
    return hidden('it is a draft', 'Set `draft: false`, or see it with: inkseal build --drafts', key('draft'))
  }
  if (state === 'future') {
    const moment = matter.publishDate?.toISOString() ?? ''
    const place = key('publishDate', 'pubDate', 'published', 'date')
    const reason = `its time comes at ${moment}`
    return hidden(
      reason,
      'It appears by itself then while `inkseal serve` runs; see it with: inkseal build --future',
      place,
    )
  }
  if (state === 'expired') {
    const moment = matter.expiryDate?.toISOString() ?? ''
    const place = key('expiryDate', 'unpublishDate')
    return hidden(
      `its time was over at ${moment}`,
      'Move `expiryDate`, or see it with: inkseal build --expired',
      place,
    )
  }
  return { isPublished: true, reason: 'it is published', advice: undefined, place: undefined }
}

const hidden = (reason: string, advice: string, place: Place | undefined): PageStory => ({
  isPublished: false,
  reason,
  advice,
  place,
})

/** Where the field stands in the file itself; it may come from a cascade above, and then it stands elsewhere. */
function placeOfFirst({ source }: Page, names: readonly string[]): Place | undefined {
  if (!source) return undefined
  const file = matterTextOf(source)
  const name = names.find((each) => offsetOfKey(file.split, each.toLowerCase()) !== undefined)
  return name === undefined ? undefined : placeOfKey(file, name.toLowerCase())
}
