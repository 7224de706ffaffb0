import type { Entry } from 'inkseal/theme'

const names = { draft: 'Draft', future: 'Scheduled', expired: 'Expired' } as const

/** Says, behind a title, that a page is in this build only because it was asked for. */
export function StateBadge({ state }: { readonly state: Entry['state'] }) {
  if (state === 'published') return null
  return (
    <>
      {' '}
      <span class="badge">{names[state]}</span>
    </>
  )
}
