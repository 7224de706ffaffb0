import type { Entry } from '../theme/props.ts'

/**
 * An entry that tells when more of it is read than its title and its address. Most layouts only link to related pages,
 * and are not to be made again whenever the text of one changes.
 */
export function relatedEntry(entry: Entry, onRead: () => void): Entry {
  const read = (): Entry => {
    onRead()
    return entry
  }
  return {
    title: entry.title,
    url: entry.url,
    get description() {
      return read().description
    },
    get summary() {
      return read().summary
    },
    get truncated() {
      return read().truncated
    },
    get date() {
      return read().date
    },
    get updated() {
      return read().updated
    },
    get words() {
      return read().words
    },
    get minutes() {
      return read().minutes
    },
    get tags() {
      return read().tags
    },
    get state() {
      return read().state
    },
  }
}
