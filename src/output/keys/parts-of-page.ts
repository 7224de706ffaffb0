import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import type { SiteFacts } from '../site-facts.ts'
import type { EditionKeys } from './edition-keys.ts'

type PartsContext = { readonly facts: SiteFacts; readonly keys: EditionKeys }

/** The page, and what documents of it say of others without their asking. */
export function partsOf(page: Page, { facts, keys }: PartsContext): readonly unknown[] {
  const { site, sectionOf, taxonomyOf } = facts
  const [section, taxonomy] = [sectionOf(page)?.page, taxonomyOf(page)]
  return [
    keys.entry(page),
    section && keys.link(section),
    taxonomy && keys.link(taxonomy),
    site.translations.get(page.id)?.map((other) => [other.language, keys.link(other)]),
    filesOf(page, site),
  ]
}

/** What the image of a page may be. */
export const filesOf = ({ id }: Page, { resourcesOf }: Site) =>
  resourcesOf.get(id)?.map(({ name, url }) => [name, url])
