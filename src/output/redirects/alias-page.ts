export type AliasPage = {
  /** Path inside the release. */
  readonly file: string
  /** Absolute. */
  readonly target: string
  /** BCP 47. */
  readonly language: string
}

/** A page that leads on by itself, for hosts that cannot redirect. */
export function aliasPage({ target, language }: AliasPage): string {
  const url = escapeHtml(target)
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<title>${url}</title>
<link rel="canonical" href="${url}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${url}">
</head>
<body><a href="${url}">${url}</a></body>
</html>
`
}

/** Where an address that leads on lies as a file, as with Hugo: `/old.html` and `/old.htm` are themselves, `/old/` and `/old.php` folders. */
export function fileOfAlias(url: string): string {
  const path = url.replace(/^\/+|\/$/g, '')
  if (/\.html?$/.test(path)) return path
  return path === '' ? 'index.html' : `${path}/index.html`
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
