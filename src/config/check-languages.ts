import { SiteError } from '../base/site-error.ts'
import type { ConfigSource } from './config-source.ts'
import type { UserConfig } from './user-config.ts'

/**
 * Sees to it that the default language is one of the site's, and that no two are one in addresses.
 *
 * @throws SiteError config/invalid
 */
export function checkLanguages(user: UserConfig, source: ConfigSource): void {
  const codes = Object.keys(user.languages ?? {})
  if (codes.length === 0) return
  checkTwins(codes, source)
  const enabled = codes.filter((code) => user.languages?.[code]?.disabled !== true)
  const main = user.defaultLanguage
  if (main !== undefined && enabled.some((code) => code.toLowerCase() === main.toLowerCase())) return
  if (main === undefined && enabled.length > 0) {
    checkOwn(user, enabled, source)
    return
  }
  const disabled = codes.find((code) => main === undefined || code.toLowerCase() === main.toLowerCase())
  throw new SiteError(
    disabled === undefined
      ? {
          code: 'config/invalid',
          message: `Cannot use "${main}" as the default language: it is not one of ${codes.join(', ')}`,
          hint: `Set ${source.nameOf(['defaultLanguage'])} to one of them, or add "${main}" to ${source.nameOf(['languages'])}`,
          place: source.placeOf(['defaultLanguage']),
        }
      : {
          code: 'config/invalid',
          message: `Cannot build the site in its default language: "${disabled}" is disabled`,
          hint: 'Enable it, or make another language the default',
          place: source.placeOf(['languages', disabled, 'disabled']),
        },
  )
}

/** `site.language` names the default language too, by its code or by a region's: `en-GB` is `en`. */
function checkOwn({ site }: UserConfig, enabled: readonly string[], source: ConfigSource): void {
  const own = site?.language?.toLowerCase()
  if (own === undefined) return
  const codes = enabled.map((code) => code.toLowerCase())
  if (codes.includes(own) || codes.includes(own.split('-')[0] ?? '')) return
  throw new SiteError({
    code: 'config/invalid',
    message: `Cannot use "${site?.language}" as the default language: it is not one of ${enabled.join(', ')}`,
    hint: `Add it to ${source.nameOf(['languages'])}, or set ${source.nameOf(['defaultLanguage'])}`,
    place: source.placeOf(['site', 'language']),
  })
}

/** Addresses are in lower case. */
function checkTwins(codes: readonly string[], source: ConfigSource): void {
  const seen = new Map<string, string>()
  for (const code of codes) {
    const twin = seen.get(code.toLowerCase())
    if (twin !== undefined) {
      throw new SiteError({
        code: 'config/invalid',
        message: `Cannot tell the languages "${twin}" and "${code}" apart: both have the address /${code.toLowerCase()}/`,
        hint: 'Take one of them out',
        place: source.placeOf(['languages', code]),
      })
    }
    seen.set(code.toLowerCase(), code)
  }
}
