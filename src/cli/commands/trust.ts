import os from 'node:os'
import { systemClock } from '../../base/clock.ts'
import { createLocalCertificates } from '../../localca/create-local-certificates.ts'
import { localAuthorityDir } from '../../localca/local-authority-dir.ts'
import type { TrustResult } from '../../localca/machine.ts'
import { trust, untrust } from '../../localca/trust.ts'
import { localCertificateNames } from '../local-certificates.ts'
import { createLog } from '../server-log.ts'
import type { Terminal } from '../terminal.ts'

export type TrustArguments = { readonly undo?: boolean; readonly path?: boolean }

/** `inkseal trust`: 0 where every store that there is has taken the root, or has let it go. */
export async function runTrust(
  { undo, path: onlyPath }: TrustArguments,
  terminal: Terminal,
): Promise<number> {
  const certificates = createLocalCertificates({
    dir: localAuthorityDir(terminal.env, process.platform, os.homedir()),
    names: localCertificateNames,
    clock: systemClock,
    log: createLog(terminal, systemClock),
  })
  const { rootFile } = certificates
  if (onlyPath) {
    terminal.print(rootFile)
    return 0
  }
  if (!undo) {
    // Whoever runs this before the first `serve` means the authority that this will use.
    await certificates.start()
    await certificates.stop()
  }
  const results = await (undo ? untrust({ rootFile }) : trust({ rootFile }))
  for (const result of results) terminal.print(describe(result, terminal))
  const open = results.filter(({ outcome }) => outcome === 'needs' || outcome === 'failed')
  if (open.length === 0 && !undo)
    terminal.print('Restart browsers that are open, then https://localhost is trusted')
  return open.length === 0 ? 0 : 1
}

function describe(result: TrustResult, { paint }: Terminal): string {
  switch (result.outcome) {
    case 'done':
      return `${paint('green', 'done')}    ${result.store}`
    case 'skipped':
      return `${paint('dim', 'skipped')} ${result.store}: ${result.reason}`
    case 'needs':
      return `${paint('yellow', 'to do')}   ${result.store}: run\n        ${result.command}`
    case 'failed':
      return `${paint('red', 'failed')}  ${result.store}: ${result.reason}`
  }
}
