import type { Answer } from './answer.ts'
import { plainAnswer } from './answer.ts'
import { withQuery } from './answer-request.ts'
import type { Asked } from './exchange.ts'
import { parseTarget } from './parse-target.ts'
import type { RouteTable } from './route-table.ts'

/**
 * Sends a plain HTTP request on to the same address of `origin`, in one hop also where that address moved. The host
 * comes from the site's own settings; what the client calls it plays no part.
 */
export function answerPlain({ method, target }: Asked, origin: string, table: RouteTable): Answer {
  const parts = parseTarget(target)
  if (!parts) return plainAnswer(target === '*' ? 405 : 400)
  const route = table.routes.get(parts.path)
  const local = withQuery(route?.kind === 'redirect' ? route.to : parts.rawPath, parts.query)
  // RFC 9110 §15.4.9: 308 keeps the method; 301 is what every client of GET knows.
  return plainAnswer(method === 'GET' || method === 'HEAD' ? 301 : 308, {
    Location: local.startsWith('/') ? origin + local : local,
  })
}
