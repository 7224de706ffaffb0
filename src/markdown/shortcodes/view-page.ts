import type { Page } from '../../content/page.ts'
import type { ShortcodePage } from './shortcode-call.ts'

/** A page as shortcodes see it. */
export const viewPage = ({ title, url, language, kind, section, matter }: Page): ShortcodePage => ({
  title,
  url,
  description: matter.description,
  date: matter.date,
  lastmod: matter.lastmod,
  draft: matter.draft,
  language,
  kind,
  section,
  terms: matter.terms,
  params: matter.params,
})
