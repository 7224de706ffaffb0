import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Terminal } from './terminal.ts'

/** A server's log: each line begins with its moment, since it is read long after. */
export function createLog({ tell, report, paint }: Terminal, clock: Clock): Log {
  const moment = () => paint('dim', new Date(clock()).toISOString())
  return {
    info: (message) => tell(`${moment()} ${message}`),
    report(diagnostic) {
      tell(moment())
      report([diagnostic])
    },
  }
}
