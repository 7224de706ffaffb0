import { setTimeout as pause } from 'node:timers/promises'
import type { Diagnostic, Place } from '../../base/diagnostic.ts'
import { mapConcurrent } from '../../base/map-concurrent.ts'
import { sortDiagnostics } from '../../base/sort-diagnostics.ts'
import { type Answer, askOnce } from './ask-once.ts'

/** Hosts asked at once; each of them one question at a time. */
const HOSTS = 8

export type OutsideLink = { readonly url: string; readonly place: Place | undefined }

export type OutsideOptions = {
  /** Says who asks, and where to complain. */
  readonly userAgent: string
  /** Milliseconds between two questions to one host. */
  readonly interval: number
  /** Milliseconds that an answer may take. */
  readonly timeout: number
  readonly step: () => void
}

/**
 * Asks other sites whether the links to them work: each address once, one after the other for each host, with a
 * pause between. A dead one is an error; one that does not want to say is a warning, at its first place.
 */
export async function askOutside(
  links: readonly OutsideLink[],
  options: OutsideOptions,
): Promise<readonly Diagnostic[]> {
  const places = new Map<string, readonly OutsideLink[]>()
  for (const link of links) {
    const url = link.url.replace(/#.*$/s, '')
    places.set(url, [...(places.get(url) ?? []), link])
  }
  const hosts = Object.values(Object.groupBy(places.keys(), (url) => new URL(url).host))
  const answers = new Map<string, Answer>()
  await mapConcurrent(hosts, HOSTS, async (urls = []) => {
    for (const [index, url] of urls.entries()) {
      if (index > 0) await pause(options.interval)
      answers.set(url, await askOnce(url, options))
      options.step()
    }
  })
  const found = [...answers].flatMap(([url, answer]) =>
    answer.verdict === 'works' ? [] : tell(url, answer, places.get(url) ?? []),
  )
  return sortDiagnostics(found)
}

function tell(
  url: string,
  { verdict, reason }: Answer,
  links: readonly OutsideLink[],
): readonly Diagnostic[] {
  const told = verdict === 'dead' ? links : links.slice(0, 1)
  return told.map(({ place }) => ({
    code: 'link/external',
    severity: verdict === 'dead' ? 'error' : 'warning',
    message: `Cannot ${verdict === 'dead' ? 'reach' : 'tell whether there is'} ${url}: ${reason}`,
    hint:
      verdict === 'dead'
        ? 'Link to where it is now, or to an archived copy'
        : 'Open it in a browser; some sites do not answer programs',
    ...(place && { place }),
  }))
}
