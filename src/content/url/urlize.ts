import type { UrlConfig } from '../../config/config.ts'

export type UrlStyle = Pick<UrlConfig, 'keepCase' | 'removeAccents'>

/**
 * Makes a piece of a URL from a name, as Hugo does: lower case, white space to hyphens, and of the rest only letters
 * and digits of any script, percent escapes and `. - _ + ~ # @ /`. "Let's Encrypt" gives `lets-encrypt`.
 */
export function urlize(name: string, style: UrlStyle = { keepCase: false, removeAccents: false }): string {
  const kept = (style.removeAccents ? withoutAccents(name) : name)
    .normalize('NFC')
    .replaceAll(/%(?![\da-f]{2})|[^\p{L}\p{Nd}\p{M}\s.%_+~#@/-]/giu, '')
    .trim()
    // Beside a hyphen that is there already, white space makes none.
    .replaceAll(/(?<=-)\s+|\s+(?=-)/g, '')
    .replaceAll(/\s+/g, '-')
  return style.keepCase ? kept : kept.toLowerCase()
}

const withoutAccents = (name: string) => name.normalize('NFD').replaceAll(/\p{Mn}/gu, '')
