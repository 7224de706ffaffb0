import type { Log } from '../base/log.ts'
import type { Certificate } from './certificate.ts'

export type Subscriber = (certificate: Certificate) => void

export type Subscribers = {
  /** Gives the function that ends it. */
  readonly add: (subscriber: Subscriber, current: Certificate | undefined) => () => void
  readonly tell: (certificate: Certificate) => void
}

/** Those who put certificates to use. One that cannot must not keep the others from it. */
export function createSubscribers(names: readonly string[], log: Log): Subscribers {
  const all = new Set<Subscriber>()

  function offer(subscriber: Subscriber, certificate: Certificate) {
    try {
      subscriber(certificate)
    } catch (error) {
      const reason = error instanceof Error ? error.message : typeof error
      log.report({
        code: 'acme/not-taken',
        severity: 'error',
        message: `Cannot put the certificate for ${names.join(', ')} to use: the server does not take it (${reason})`,
        hint: 'The server goes on with the certificate that it has; restart it',
      })
    }
  }

  return {
    add(subscriber, current) {
      all.add(subscriber)
      if (current) offer(subscriber, current)
      return () => void all.delete(subscriber)
    },
    tell(certificate) {
      for (const subscriber of all) offer(subscriber, certificate)
    },
  }
}
