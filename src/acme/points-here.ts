import { lookup } from 'node:dns/promises'
import { networkInterfaces } from 'node:os'
import type { Diagnostic } from '../base/diagnostic.ts'

/** The addresses of a name as this machine sees them; none where it has none. */
export type Lookup = (name: string) => Promise<readonly string[]>

export const systemLookup: Lookup = async (name) =>
  (await lookup(name, { all: true })).map(({ address }) => address)

/**
 * Looks whether names lead to this machine. Advice only: behind a router or a cloud's address translation the machine
 * does not know the address that the Internet knows.
 */
export async function adviseOnNames(
  names: readonly string[],
  lookUp: Lookup,
): Promise<readonly Diagnostic[]> {
  const own = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address))
  const advice = await Promise.all(names.map((name) => adviseOn(name, own, lookUp)))
  return advice.filter((one) => one !== undefined)
}

async function adviseOn(
  name: string,
  own: readonly string[],
  lookUp: Lookup,
): Promise<Diagnostic | undefined> {
  const addresses = await lookUp(name).catch((): readonly string[] => [])
  if (addresses.some((address) => own.includes(address))) return undefined
  const leads = addresses.length === 0 ? 'it has no address in DNS' : `it leads to ${addresses.join(', ')}`
  return {
    code: 'acme/name-elsewhere',
    severity: 'warning',
    message: `Cannot see that ${name} points here: ${leads}, and this machine has ${reachable(own)}`,
    hint: `Point the A and AAAA records of ${name} at this machine; all is well if a router or load balancer passes port 80 on to it`,
  }
}

const reachable = (own: readonly string[]) =>
  own.filter((address) => !/^(127\.|::1$|fe80:)/.test(address)).join(', ') ||
  'no address but its own loopback'
