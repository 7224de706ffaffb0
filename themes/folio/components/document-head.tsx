import type { Head, SiteView } from 'inkseal/theme'

/** `<head>`: everything in it is computed by the build; this only prints it. */
export function DocumentHead({ site, head }: { readonly site: SiteView; readonly head: Head }) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{head.title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {head.description && <meta name="description" content={head.description} />}
      {site.author && <meta name="author" content={site.author} />}
      {head.robots && <meta name="robots" content={head.robots} />}
      <link rel="canonical" href={head.canonical} />
      {head.styles.map((url) => (
        <link key={url} rel="stylesheet" href={url} />
      ))}
      {/* async: from the cache it runs before the first paint, so that a remembered colour scheme does not flash. */}
      {head.scripts.map((url) => (
        <script key={url} type="module" async src={url} />
      ))}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {head.feeds.map(({ title, url, mediaType }) => (
        <link key={url} rel="alternate" type={mediaType} title={title} href={url} />
      ))}
      <meta property="og:type" content={head.type} />
      <meta property="og:site_name" content={site.title} />
      <meta property="og:title" content={head.title} />
      {head.description && <meta property="og:description" content={head.description} />}
      <meta property="og:url" content={head.canonical} />
    </head>
  )
}
