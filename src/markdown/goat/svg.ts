import type { Element, ElementContent } from 'hast'

/** An element of an SVG drawing. What is undefined is left out. */
export function svg(
  tagName: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: ElementContent[] = [],
): Element {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined)
  const properties = Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
  return { type: 'element', tagName, properties, children }
}
