/**
 * Makes a piece of a URL from a name, as Hugo does: lower case, white space to hyphens, and of the rest only letters
 * and digits of any script and `. - _ + ~ # @ /`. "Let's Encrypt" gives `lets-encrypt`.
 */
export function urlize(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}\s._+~#@/-]/gu, '')
    .replaceAll(/\s+/g, '-')
    .replaceAll(/-{2,}/g, '-')
}
