import { systemClock } from '../../base/clock.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { SiteError } from '../../base/site-error.ts'
import { loadConfig } from '../../config/load-config.ts'
import type { Plan } from '../../plan.ts'
import { version } from '../../version.ts'
import { type ShowArguments, showOf } from '../show-of.ts'
import type { Terminal } from '../terminal.ts'

export type CheckArguments = ShowArguments & {
  readonly root: string
  readonly external?: boolean
  /** Milliseconds since 1970, where it is not to be now. */
  readonly clock?: number
  readonly json?: boolean
}

/** `inkseal check`: finds what a build would find, links included, and writes nothing. Errors make the exit code 1. */
export async function runCheck(options: CheckArguments, terminal: Terminal): Promise<number> {
  const config = await loadConfig(options.root)
  const { planSite } = await import('../../plan.ts')
  const show = [...new Set([...config.show, ...showOf(options)])]
  // Whoever asks wants to know, whatever a build makes of it.
  const brokenLinks = config.brokenLinks === 'ignore' ? 'warning' : config.brokenLinks
  const strict = { ...config, brokenLinks }
  let plan: Plan | undefined
  const told: Diagnostic[] = []
  try {
    plan = await planSite({ config: strict, now: options.clock ?? systemClock(), show })
    told.push(...plan.warnings, ...(await renderDocuments(plan)))
    if (options.external) told.push(...(await askOthers(plan, terminal)))
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    told.push(...error.diagnostics)
  }
  const errors = told.filter(({ severity }) => severity === 'error')
  if (options.json) terminal.print(JSON.stringify({ ok: errors.length === 0, diagnostics: told }))
  else {
    terminal.report(told)
    terminal.print(summary({ errors: errors.length, warnings: told.length - errors.length }, plan))
  }
  return errors.length > 0 ? 1 : 0
}

/** Layouts may fail as well; what they give is thrown away. */
async function renderDocuments({ documents, theme, sites }: Plan): Promise<readonly Diagnostic[]> {
  const { renderLayout } = await import('../../theme/render-layout.ts')
  const root = sites[0]?.config.root ?? ''
  return documents.flatMap(({ layout, props, name }) => {
    try {
      renderLayout(theme, { layout, props: props(), page: name, root })
      return []
    } catch (error) {
      if (!(error instanceof SiteError)) throw error
      return error.diagnostics
    }
  })
}

async function askOthers({ editions }: Plan, terminal: Terminal): Promise<readonly Diagnostic[]> {
  const { askOutside } = await import('../check/ask-outside.ts')
  const origin = editions[0]?.site.config.site.url ?? ''
  const links = editions
    .flatMap(({ rendered }) => [...rendered.values()])
    .flatMap((page) => page.links)
    .filter(({ url }) => /^https?:\/\//i.test(url) && URL.canParse(url) && new URL(url).origin !== origin)
  const total = new Set(links.map(({ url }) => url.replace(/#.*$/s, ''))).size
  terminal.tell(
    `Asking for ${total} ${total === 1 ? 'address' : 'addresses'} of other sites, one at a time for each`,
  )
  return askOutside(links, {
    userAgent: `Inkseal/${version} (link check for ${origin})`,
    interval: 500,
    timeout: 15_000,
    step: () => {},
  })
}

type Counts = { readonly errors: number; readonly warnings: number }

function summary({ errors, warnings }: Counts, plan: Plan | undefined): string {
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`
  const pages = plan ? `${count(plan.documents.length, 'page')} looked at: ` : ''
  return errors + warnings === 0
    ? `${pages}nothing is wrong`
    : `${pages}${count(errors, 'error')}, ${count(warnings, 'warning')}. Nothing was written.`
}
