/** An element that holds a text. */
export const textElement = (name: string, text: string): string => `<${name}>${escapeText(text)}</${name}>`

/** An element that holds HTML. `]]>` ends a section, so it is parted into two (XML 1.0 §2.7). */
export const htmlElement = (name: string, html: string, attributes = ''): string =>
  `<${name}${attributes}><![CDATA[${printable(html).replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`

export const attribute = (name: string, value: string): string =>
  ` ${name}="${printable(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`

const escapeText = (text: string) =>
  printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** XML has no way to write these (XML 1.0 §2.2), not even escaped. */
const printable = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
