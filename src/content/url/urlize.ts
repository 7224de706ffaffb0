import type { UrlConfig } from '../../config/config.ts'

export type UrlStyle = Pick<UrlConfig, 'keepCase' | 'removeAccents'>

/**
 * Makes a piece of a URL from a name, as Hugo does: lower case, white space to hyphens, and of the rest only letters
 * and digits of any script, percent escapes and `. - _ + ~ # @ /`. "Let's Encrypt" gives `lets-encrypt`.
 */
export function urlize(name: string, style: UrlStyle = { keepCase: false, removeAccents: false }): string {
  // What most names are made of comes out as it is.
  if (plain.test(name)) return style.keepCase ? name : name.toLowerCase()
  const kept = (style.removeAccents ? withoutAccents(name) : name)
    .normalize('NFC')
    .replaceAll(/%(?![\da-f]{2})|[^\p{L}\p{Nd}\p{M}\s.%_+~#@/-]/giu, '')
    .trim()
    // Beside a hyphen that is there already, white space makes none.
    .replaceAll(/(?<=-)\s+|\s+(?=-)/g, '')
    .replaceAll(/\s+/g, '-')
  return style.keepCase ? kept : kept.toLowerCase()
}

/** ASCII alone: no accents, nothing to compose, nothing to leave out. */
const plain = /^[\w.~+#@/-]*$/

const withoutAccents = (name: string) => name.normalize('NFD').replaceAll(/\p{Mn}/gu, '')
