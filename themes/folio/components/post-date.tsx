import type { SiteView } from 'inkseal/theme'

/** A day, in the site's language and zone. */
export function PostDate({ site, date }: { readonly site: SiteView; readonly date: Date }) {
  const format = new Intl.DateTimeFormat(site.language, { dateStyle: 'long', timeZone: site.timeZone })
  return <time datetime={date.toISOString()}>{format.format(date)}</time>
}
