import type { Entry } from '../theme/props.ts'

/**
 * Entries that tell, by their places, when more of one is read than its title and its address. Most layouts only link to
 * related pages, and are not to be made again whenever the text of one changes.
 */
export function relatedEntries(entries: readonly Entry[], onRead: (index: number) => void): readonly Entry[] {
  const handler: ProxyHandler<Entry> = {
    get(entry, key) {
      if (key !== 'title' && key !== 'url') onRead(entries.indexOf(entry))
      return Reflect.get(entry, key)
    },
  }
  return entries.map((entry) => new Proxy(entry, handler))
}
