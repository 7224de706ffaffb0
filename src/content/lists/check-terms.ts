import type { Diagnostic } from '../../base/diagnostic.ts'
import { onceEach } from '../../base/once.ts'
import { matterTextOf } from '../matter/matter-text.ts'
import { placeOfKey } from '../matter/place-of-key.ts'
import type { Page } from '../page.ts'
import type { Site } from '../site.ts'
import { termPath } from '../url/term-path.ts'

/** Tells of terms that come out otherwise than they were written: two become one, or one has no address at all. */
export function checkTerms({ config, pages }: Pick<Site, 'config' | 'pages'>): readonly Diagnostic[] {
  return Object.values(config.taxonomies).flatMap((taxonomy) => checkTaxonomy(taxonomy, pages))
}

function checkTaxonomy(taxonomy: string, pages: readonly Page[]): readonly Diagnostic[] {
  const seen = new Map<string, Map<string, { term: string; page: Page }>>()
  const diagnostics: Diagnostic[] = []
  const pathOf = onceEach(termPath)
  const spelled = onceEach(spellingOf)
  for (const page of pages) {
    for (const term of page.matter.terms[taxonomy] ?? []) {
      const slug = pathOf(term)
      if (slug === '') {
        diagnostics.push(dropped(term, { taxonomy, page }))
        continue
      }
      const spellings = seen.get(slug) ?? new Map()
      seen.set(slug, spellings)
      const [first] = spellings.values()
      const spelling = spelled(term)
      if (first && !spellings.has(spelling))
        diagnostics.push(merged([term, first.term], { taxonomy, page, first: first.page }))
      if (!spellings.has(spelling)) spellings.set(spelling, { term, page })
    }
  }
  return diagnostics
}

/** What everyone takes for one word: case, white space, and the hyphens that stand for it in an address. */
const spellingOf = (term: string) =>
  term
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, ' ')

type Found = { readonly taxonomy: string; readonly page: Page }

function dropped(term: string, { taxonomy, page }: Found): Diagnostic {
  return {
    code: 'content/dropped-term',
    severity: 'warning',
    message: `Cannot make a page of the term "${term}" of ${taxonomy}: no character of it can stand in an address`,
    hint: 'Write it with a letter or a digit',
    ...placeOf(page, taxonomy),
  }
}

function merged([term, other]: readonly [string, string], found: Found & { first: Page }): Diagnostic {
  const { taxonomy, page, first } = found
  const where = first === page ? '' : ` (${first.source?.path ?? first.url})`
  return {
    code: 'content/merged-terms',
    severity: 'warning',
    message: `Cannot tell the terms "${term}" and "${other}"${where} of ${taxonomy} apart: the address of both is ${termPath(term)}`,
    hint: 'Write them the same where they mean the same, else call one of them otherwise',
    ...placeOf(page, taxonomy),
  }
}

function placeOf({ source }: Page, key: string): Pick<Diagnostic, 'place'> {
  return source ? { place: placeOfKey(matterTextOf(source), key) } : {}
}
