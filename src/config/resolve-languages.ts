import type { Language } from './config.ts'
import type { UserConfig, UserLanguage } from './user-config.ts'

/**
 * The site's languages, by weight and then by code; those without a weight come last. The default one has no prefix
 * in its addresses unless the config wants one (Hugo's manual, "Configure languages").
 */
export function resolveLanguages(user: UserConfig): readonly Language[] {
  const own = user.site?.language ?? 'en'
  const given = Object.entries(user.languages ?? {}).filter(([, { disabled }]) => !disabled)
  const entries: readonly (readonly [string, UserLanguage])[] = given.length > 0 ? given : [[own, {}]]
  const sorted = entries.toSorted(
    ([a, first], [b, second]) => compareWeights(first.weight, second.weight) || (a < b ? -1 : 1),
  )
  const wanted = (user.defaultLanguage ?? own).toLowerCase()
  const main =
    sorted.find(([code]) => code.toLowerCase() === wanted) ??
    sorted.find(([code]) => code.toLowerCase() === wanted.split('-')[0]) ??
    sorted[0]
  return sorted.map(([code, language]): Language => {
    const isDefault = code === main?.[0]
    return {
      code,
      locale: language.locale ?? code,
      name: language.name ?? nameOf(language.locale ?? code),
      weight: language.weight ?? 0,
      direction: language.direction ?? 'ltr',
      prefix: isDefault && !user.defaultLanguageInSubfolder ? '' : `/${code.toLowerCase()}`,
      isDefault,
    }
  })
}

/** Hugo takes a weight of 0 for none. */
function compareWeights(first = 0, second = 0): number {
  if (first === second) return 0
  if (first === 0) return 1
  return second === 0 ? -1 : first - second
}

/** As its readers call it: `Deutsch`. The code itself where nobody knows it. */
function nameOf(locale: string): string {
  // What most sites are written in is known without the tables, which take 15 ms to load.
  if (locale === 'en') return 'English'
  try {
    const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(locale)
    return name ? name.charAt(0).toLocaleUpperCase(locale) + name.slice(1) : locale
  } catch {
    return locale
  }
}
