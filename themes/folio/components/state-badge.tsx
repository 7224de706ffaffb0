import type { Entry } from 'inkseal/theme'

const names = { draft: 'Draft', future: 'Scheduled', expired: 'Expired' } as const

/** Says that a page is in this build only because it was asked for. */
export function StateBadge({ state }: { readonly state: Entry['state'] }) {
  return state === 'published' ? null : <span class="badge">{names[state]}</span>
}
