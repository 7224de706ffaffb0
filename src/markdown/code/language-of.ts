import type { Element } from 'hast'

/** The language of a `code` element: CommonMark's own class for the word behind a fence; `lang-` is what older tools write. */
export function languageOf({ properties }: Element): string | undefined {
  const classes = Array.isArray(properties.className) ? properties.className.map(String) : []
  return classes.map((name) => /^lang(?:uage)?-(.+)$/.exec(name)?.[1]).find((name) => name !== undefined)
}
