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
    ([a, first], [b, second]) =>
      (first.weight ?? Number.POSITIVE_INFINITY) - (second.weight ?? Number.POSITIVE_INFINITY) ||
      (a < b ? -1 : 1),
  )
  const main = sorted.find(([code]) => code === (user.defaultLanguage ?? own)) ?? sorted[0]
  return sorted.map(([code, language]): Language => {
    const isDefault = code === main?.[0]
    return {
      code,
      locale: language.locale ?? code,
      name: language.name ?? code,
      weight: language.weight ?? 0,
      direction: language.direction ?? 'ltr',
      prefix: isDefault && !user.defaultLanguageInSubfolder ? '' : `/${code.toLowerCase()}`,
      isDefault,
    }
  })
}
