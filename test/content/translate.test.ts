import { expect, test } from 'vitest'
import type { Site } from '../../src/content/site.ts'
import { loadContent } from './load-content.ts'

const files = {
  'i18n/en.toml': `
simple = "Simple"
onlyEn = "only {{ .Name }}"
"dotted.key" = "Dotted"
[plain]
other = "Plain"
[item]
one = "one item"
other = "{{ .Count }} items"
[dot]
one = "1: {{ . }}"
other = "n: {{.}}"
[nested.title]
other = "Nested title"
[nested.sub]
a = "sub a"
[described]
description = "for translators"
other = "Described"
[ctx]
other = "Hi {{ .User.Name }} {{- .Params.x }} {{ .Missing }}"
`,
  'i18n/pl.yaml': `
item:
  one: "{{ .Count }} plik"
  few: "{{ .Count }} pliki"
  many: "{{ .Count }} plików"
  other: "{{ .Count }} pliku"
simple: Prosty
`,
  'i18n/pt.yaml': `
- id: simple
  translation: Simples
- id: item
  translation:
    one: um
    other: "{{ .Count }} itens"
`,
  'i18n/fr.json': '{"simple": "Simple FR", "item": {"one": "un", "other": "{{ .Count }} éléments"}}',
}

const languages = { en: { weight: 1 }, pl: { weight: 2 }, 'pt-BR': { weight: 3 }, fr: { weight: 4 } }

const translators = async () => {
  const { sites } = await loadContent(files, { languages })
  const [en, pl, pt, fr] = sites.map(({ translate }) => translate)
  if (!en || !pl || !pt || !fr) throw new Error('no languages')
  return { en, pl, pt, fr }
}

/** What Hugo 0.169's `T` gives; it knows no `pt` for `pt-br`, and prints nothing for what is missing. */
const found: readonly (readonly [string, unknown, Partial<Record<'en' | 'pl' | 'pt' | 'fr', string>>])[] = [
  ['simple', undefined, { en: 'Simple', pl: 'Prosty', pt: 'Simples', fr: 'Simple FR' }],
  ['plain', undefined, { en: 'Plain', fr: 'Plain' }],
  ['dotted.key', undefined, { en: 'Dotted' }],
  ['nested.title', undefined, { en: 'Nested title', pl: 'Nested title' }],
  ['nested.sub.a', undefined, { en: 'sub a' }],
  ['described', undefined, { en: 'Described' }],
  ['item', 0, { en: '0 items', pl: '0 plików', fr: 'un' }],
  ['item', 1, { en: 'one item', pl: '1 plik', pt: 'um', fr: 'un' }],
  ['item', 2, { en: '2 items', pl: '2 pliki', pt: '2 itens', fr: '2 éléments' }],
  ['item', 22, { en: '22 items', pl: '22 pliki' }],
  ['item', '1', { en: 'one item', fr: 'un' }],
  ['item', { Count: 3 }, { en: '3 items', pl: '3 pliki' }],
  ['item', { count: 1 }, { en: 'one item', pl: '1 plik' }],
  ['dot', 1, { en: '1: 1', pl: '1: 1' }],
  ['dot', 5, { en: 'n: 5' }],
  ['onlyEn', { Name: 'N' }, { en: 'only N', pl: 'only N' }],
  ['ctx', { User: { Name: 'Z' }, Params: { x: 1 } }, { en: 'Hi Z1 ' }],
]

test.each(found)('%s of %j', async (key, context, expected) => {
  const all = await translators()
  for (const [language, text] of Object.entries(expected))
    expect([language, all[language as keyof typeof all](key, context)]).toEqual([language, text])
})

test('what no table has is undefined', async () => {
  const { en, fr } = await translators()
  expect([en('nope'), fr('nope'), en('Simple'), en('nested')]).toEqual(Array(4).fill(undefined))
})

test('a site without tables knows no strings', async () => {
  const { site }: { site: Site } = await loadContent({})
  expect(site.translate('x')).toBeUndefined()
})
