/** A text as hast-util-to-html prints it: nothing but what would begin a tag or a character reference is escaped. */
export const escapeText = (text: string): string =>
  /[&<]/.test(text) ? text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;') : text

/** An attribute's value as hast-util-to-html prints it, between double quotes. */
export const escapeAttribute = (value: string): string =>
  /["&'`\0]/.test(value) ? value.replaceAll(/["&'`\0]/g, reference) : value

const reference = (character: string) => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`
