import type { SiteView } from 'inkseal/theme'

/** A day, in the site's language and zone. */
export function PostDate({ site, date }: { readonly site: SiteView; readonly date: Date }) {
  const { iso, text } = daysOf(site)(date)
  return <time datetime={iso}>{text}</time>
}

type Day = { readonly iso: string; readonly text: string }

// To make a format takes longer than to render a page, and to use it as long as a paragraph: one for each site, and
// one use for each date, for a post stands in many lists.
const formats = new WeakMap<SiteView, (date: Date) => Day>()

function daysOf(site: SiteView): (date: Date) => Day {
  const known = formats.get(site)
  if (known) return known
  const { language, timeZone } = site
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone })
  const days = new Map<number, Day>()
  const made = (date: Date) => {
    const time = date.getTime()
    const day = days.get(time) ?? { iso: date.toISOString(), text: format.format(date) }
    days.set(time, day)
    return day
  }
  formats.set(site, made)
  return made
}
