import type { SiteView } from 'inkseal/theme'

/** A day, in the site's language and zone. */
export function PostDate({ site, date }: { readonly site: SiteView; readonly date: Date }) {
  return <time datetime={date.toISOString()}>{formatFor(site).format(date)}</time>
}

// To make a format takes longer than to render a page: one for each site.
const formats = new WeakMap<SiteView, Intl.DateTimeFormat>()

function formatFor(site: SiteView): Intl.DateTimeFormat {
  const { language, timeZone } = site
  const format = formats.get(site) ?? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone })
  formats.set(site, format)
  return format
}
