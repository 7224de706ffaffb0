/** A text as HTML: RSS shows a description as that, Atom a title too. */
export const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
