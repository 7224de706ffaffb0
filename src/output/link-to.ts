import { encodePath } from '../base/encode-path.ts'
import type { Page } from '../content/page.ts'
import type { Link } from '../theme/props.ts'

export const linkTo = (page: Page): Link => ({
  title: page.matter.linkTitle ?? page.title,
  url: encodePath(page.url),
})
