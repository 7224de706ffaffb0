/** What a file's name says before and behind its date. */
export type NamedDate = {
  /** As `parseDate` takes it. */
  readonly date: string
  /** What follows the date; undefined where nothing does. */
  readonly slug: string | undefined
}

/**
 * The date at the start of a file's name, and the slug behind it, for sites that ask for `:filename` (Hugo's manual,
 * "Configure dates"): `2015-02-19-my-post`, `2015-02-19-10-30-00-my-post`. A date without its zeros (`2015-2-9-x`) is
 * none.
 */
export function dateOfName(name: string): NamedDate | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:-(\d{2})-(\d{2})-(\d{2}))?(?!\d)(.*)$/s.exec(name)
  if (!match) return undefined
  const [, day, hour, minute, second, rest = ''] = match
  const slug = rest.replaceAll(/^[\s_-]+|[\s_-]+$/g, '')
  return {
    date: hour === undefined ? `${day}` : `${day}T${hour}:${minute}:${second}`,
    slug: slug === '' ? undefined : slug,
  }
}
