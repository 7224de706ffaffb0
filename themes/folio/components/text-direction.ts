const rightToLeft = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/** The direction in which a BCP 47 language is written, by its likely script. */
export function textDirection(language: string): 'ltr' | 'rtl' {
  const direction = directions.get(language) ?? directionOf(language)
  directions.set(language, direction)
  return direction
}

// Asked for by every page.
const directions = new Map<string, 'ltr' | 'rtl'>()

const directionOf = (language: string) =>
  rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
