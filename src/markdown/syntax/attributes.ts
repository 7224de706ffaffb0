import type { Data } from 'mdast'

/** What stands in braces, in order. `class` holds all classes. */
export type Attributes = ReadonlyMap<string, string>

const ITEM =
  /[\s,]*(?:([#.])((?:[^\s!-/:-@[-`{-~]|[_:.-])+)|([A-Za-z_:][\w:.-]*)\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)"|(\[[^\]]*\])|([\w:.-]+)))/y

/**
 * Reads `{#id .class key=value key="value"}` from an index of a text, as goldmark 1 does ("Attributes"): without
 * bare words and single quotes. Gives what it says and where it ends, or undefined.
 */
export function parseAttributes(
  text: string,
  start: number,
): { readonly attributes: Attributes; readonly end: number } | undefined {
  if (text[start] !== '{') return undefined
  const attributes = new Map<string, string>()
  let index = start + 1
  for (;;) {
    const close = /[\s,]*\}/y
    close.lastIndex = index
    const closed = close.exec(text)
    if (closed) return { attributes, end: index + closed[0].length }
    ITEM.lastIndex = index
    const item = ITEM.exec(text)
    if (!item) return undefined
    const [all, sign, short, key = '', quoted, list, bare] = item
    const name = sign === '#' ? 'id' : sign === '.' ? 'class' : key
    const value = short ?? quoted?.replaceAll(/\\([\s\S])/g, '$1') ?? (list === undefined ? bare : '') ?? ''
    const before = attributes.get(name)
    attributes.set(name, name === 'class' && before !== undefined ? `${before} ${value}` : value)
    index += all.length
  }
}

/** Hands attributes to what a node becomes in HTML. Event handlers are code, and stay behind as they do in Hugo. */
export function addAttributes(node: { data?: Data | undefined }, attributes: Attributes): void {
  const properties: Record<string, string | string[]> = {}
  for (const [name, value] of attributes) {
    if (/^on/i.test(name)) continue
    if (name === 'class') properties.className = value.split(/\s+/)
    else properties[name] = value
  }
  const data: Data = node.data ?? {}
  node.data = data
  data.hProperties = { ...properties, ...data.hProperties }
}
