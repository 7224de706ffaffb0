import { isRecord } from '../merge-records.ts'
import { rulesForLanguages } from './apply-rules.ts'
import { isUsedMount, mountsOf } from './folder-entries.ts'
import type { HugoRule } from './hugo-rule.ts'
import { hugoRules } from './hugo-rules.ts'
import type { HugoTable } from './merge-tables.ts'
import { formatOf } from './output-formats.ts'
import { asFlag, asTexts, valueAt } from './read-values.ts'

/** Keys of a Hugo config, and items of its lists, that mean nothing here: `minify`, `markup.highlight.style`. */
export function listIgnored(site: HugoTable): readonly (readonly string[])[] {
  const { languages, ...rest } = site
  const own = isRecord(languages) ? Object.entries(languages) : []
  return [
    ...unread(rest, { rules: [...hugoRules, ...siteKeys], above: [] }),
    ...own.flatMap(([code, table]) =>
      isRecord(table)
        ? unread(table, { rules: [...rulesForLanguages, ...languageKeys], above: [] }).map((keys) => [
            'languages',
            code,
            ...keys,
          ])
        : [],
    ),
    ...unusedFormats(site),
    ...unusedMounts(site),
  ]
}

type Rule = Pick<HugoRule, 'from' | 'inner'>

/** What is looked at elsewhere. */
const siteKeys: readonly Rule[] = [
  'inkseal',
  'theme',
  'locale',
  'languagecode',
  'disablelanguages',
  'staticdir',
  ...Array.from({ length: 11 }, (_, index) => `staticdir${index}`),
  'module.mounts',
  'mediatypes.application/rss+xml',
  'mediatypes.application/atom+xml',
  'mediatypes.application/feed+json',
  'paginate',
  'paginatepath',
].map((from) => ({ from }))

const languageKeys: readonly Rule[] = [{ from: 'staticdir' }]

const isOn = (value: unknown) => asFlag(value) === true
const isOff = (value: unknown) => asFlag(value) === false

/** What need not be told: it is so here anyway, or makes no difference to a reader. */
const needless: Readonly<Record<string, (value: unknown) => boolean>> = {
  _merge: () => true,
  canonifyurls: isOff,
  relativeurls: isOff,
  enableinlineshortcodes: isOff,
  disablehugogeneratorinject: () => true,
  publishdir: (value) => value === 'public',
  'markup.defaultmarkdownhandler': (value) => value === 'goldmark',
  'markup.highlight.noclasses': () => true,
  'markup.highlight.codefences': isOn,
  'markup.highlight.guesssyntax': isOff,
  'markup.goldmark.extensions.linkify': isOn,
  'markup.goldmark.extensions.strikethrough': isOn,
  'markup.goldmark.extensions.table': isOn,
  'markup.goldmark.extensions.tasklist': isOn,
  'markup.goldmark.extensions.footnote': (value) => isRecord(value) || isOn(value),
  'markup.goldmark.parser.autoheadingid': isOn,
  'markup.goldmark.renderer.xhtml': () => true,
}

type Walk = { readonly rules: readonly Rule[]; readonly above: readonly string[] }

function unread(table: HugoTable, { rules, above }: Walk): readonly (readonly string[])[] {
  return Object.entries(table).flatMap(([key, value]) => {
    const keys = [...above, key]
    const path = keys.join('.').toLowerCase()
    if (isRead(path, rules, value) || key === '_merge' || needless[path]?.(value)) return []
    const isPart = rules.some(({ from }) => `${from}.`.startsWith(`${path}.`))
    const isNeedlessPart = Object.keys(needless).some((name) => name.startsWith(`${path}.`))
    return (isPart || isNeedlessPart) && isRecord(value) ? unread(value, { rules, above: keys }) : [keys]
  })
}

/** Whether a rule looks at a key, or at one above it as a whole. */
const isRead = (path: string, rules: readonly Rule[], value: unknown) =>
  rules.some(({ from, inner }) =>
    inner === undefined || (from === path && !isRecord(value))
      ? `${path}.`.startsWith(`${from}.`)
      : inner.some((key) => `${path}.`.startsWith(`${from}.${key}.`)),
  )

/** Formats that only templates of the site's could make. */
function unusedFormats(site: HugoTable): readonly (readonly string[])[] {
  const outputs = isRecord(site.outputs) ? Object.entries(site.outputs) : []
  return outputs.flatMap(([kind, formats]) => {
    const names = asTexts(formats)
    if (!Array.isArray(names)) return []
    return names.flatMap((name, index) =>
      formatOf(String(name).toLowerCase(), site) === undefined ? [['outputs', kind, String(index)]] : [],
    )
  })
}

function unusedMounts(site: HugoTable): readonly (readonly string[])[] {
  const mounts = mountsOf(site)
  return mounts
    .filter((mount) => !isUsedMount(mount, mounts))
    .map(({ index }) => ['module', 'mounts', String(index)])
    .filter((keys) => valueAt(site, keys.slice(0, 2).join('.')) !== undefined)
}
