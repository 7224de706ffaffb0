import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { CertificatesOptions } from '../../src/acme/index.ts'
import { type CaProxy, type Interfere, startCaProxy } from '../setup/ca-proxy.ts'
import { hasPebble, type Pebble, startPebble } from '../setup/pebble.ts'
import { type Agent, answerFromMemory, makeAgent, makeSite } from './agent.ts'

const hour = 3_600_000
const day = 24 * hour

describe.skipIf(!hasPebble)('renewing', () => {
  let pebble: Pebble
  let proxy: CaProxy

  beforeAll(async () => {
    pebble = await startPebble({ profiles: { ninety: 90 * 86_400, minutes: 120, seconds: 8 } })
    proxy = await startCaProxy(pebble)
  })
  afterAll(async () => {
    await proxy.stop()
    await pebble.stop()
  })

  /** An agent that has just got its first certificate. */
  async function withCertificate(
    options: Partial<CertificatesOptions>,
    interfere?: Interfere,
  ): Promise<Agent> {
    const place = await makeSite()
    onTestFinished(place.remove)
    proxy.interfere(interfere)
    const agent = makeAgent(pebble, place, { directory: proxy.directory, ...options })
    answerFromMemory(pebble, agent.certificates)
    await agent.certificates.start()
    onTestFinished(agent.certificates.stop)
    await agent.certificates.check()
    return agent
  }

  /** A CA that knows nothing of ARI, so that the lifetime decides. */
  const withoutRenewalInfo: Interfere = async (step, { forward }) => {
    if (step !== 'directory') return undefined
    const { renewalInfo: _, ...rest } = JSON.parse((await forward()).body)
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(rest) }
  }

  it('replaces a certificate of two minutes after one, and not before', async () => {
    const agent = await withCertificate({ profile: 'minutes' }, withoutRenewalInfo)
    const { certificates } = agent
    const first = certificates.current()
    const orders = proxy.count('order')
    const seen: unknown[] = []
    const end = certificates.subscribe((certificate) => seen.push(certificate))
    agent.setOffset(40_000)
    await certificates.check()
    expect(proxy.count('order')).toBe(orders)
    agent.setOffset(70_000)
    await certificates.check()
    expect(agent.reports).toEqual([])
    expect(proxy.count('order')).toBe(orders + 1)
    const second = certificates.current()
    expect(seen).toEqual([first, second])
    expect(second?.key).not.toBe(first?.key)
    end()
  })

  it('renews by itself as time goes by', async () => {
    const agent = await withCertificate({ profile: 'seconds', tick: 200 })
    const serials = new Set<string>()
    await new Promise<void>((resolve) => {
      agent.certificates.subscribe(({ chain }) => {
        serials.add(new X509Certificate(chain).serialNumber)
        if (serials.size === 3) resolve()
      })
    })
    expect(agent.reports).toEqual([])
  })

  it('takes a window in the past as now, says why, and names what it replaces', async () => {
    const agent = await withCertificate({ profile: 'ninety' })
    const { certificates } = agent
    const orders = proxy.count('order')
    const planned = certificates.status().renewal
    expect(planned?.why).toBe('suggested')
    await pebble.setRenewalInfo(certificates.current()?.chain ?? '', {
      suggestedWindow: {
        start: new Date(Date.now() - 2 * day).toISOString(),
        end: new Date(Date.now() - day).toISOString(),
      },
      explanationURL: 'https://ca.example/incident',
    })
    agent.setOffset(5 * hour)
    await certificates.check()
    expect(certificates.status().renewal).toEqual(planned)
    agent.setOffset(6 * hour + 60_000)
    await certificates.check()
    expect(agent.reports).toEqual([])
    expect(proxy.count('order')).toBe(orders + 1)
    expect(agent.lines.join('\n')).toContain('the CA explains: https://ca.example/incident')
    await certificates.check()
    expect(proxy.count('order')).toBe(orders + 1)
  })

  it('orders without "replaces" where the CA says that it was replaced already', async () => {
    const agent = await withCertificate({ profile: 'minutes' })
    const payloads: unknown[] = []
    proxy.interfere(async (step, { body }) => {
      if (step !== 'order') return undefined
      const payload = JSON.parse(Buffer.from(JSON.parse(body).payload, 'base64url').toString())
      payloads.push('replaces' in payload)
      if (!('replaces' in payload)) return undefined
      return {
        status: 409,
        headers: { 'content-type': 'application/problem+json' },
        body: '{"type":"urn:ietf:params:acme:error:alreadyReplaced","detail":"it was"}',
      }
    })
    agent.setOffset(116_000)
    await agent.certificates.check()
    expect(agent.reports).toEqual([])
    expect(payloads).toEqual([true, false])
  })

  it('keeps its choice while the window stays, and asks no more often than it is told', async () => {
    const agent = await withCertificate({ profile: 'ninety' })
    const moment = agent.certificates.status().renewal?.at
    const asked = proxy.count('renewalInfo')
    await agent.certificates.check()
    expect(proxy.count('renewalInfo')).toBe(asked)
    agent.setOffset(6 * hour + 60_000)
    await agent.certificates.check()
    expect(proxy.count('renewalInfo')).toBe(asked + 1)
    expect(agent.certificates.status().renewal?.at).toEqual(moment)
  })

  it('lets nonsense about the renewal be, for six hours', async () => {
    const agent = await withCertificate({ profile: 'ninety' })
    const planned = agent.certificates.status().renewal
    const end = new Date(Date.now() - day).toISOString()
    const answers = [
      '{"suggestedWindow":{"start":"soon","end":"later"}}',
      '{}',
      `{"suggestedWindow":{"start":"${end}","end":"${end}"}}`,
    ]
    for (const [index, body] of answers.entries()) {
      proxy.interfere((step) =>
        step === 'renewalInfo'
          ? { status: 200, headers: { 'content-type': 'application/json', 'retry-after': '60' }, body }
          : undefined,
      )
      agent.setOffset((index + 1) * (6 * hour + 60_000))
      const asked = proxy.count('renewalInfo')
      await agent.certificates.check()
      await agent.certificates.check()
      expect(proxy.count('renewalInfo')).toBe(asked + 1)
      expect(agent.certificates.status().renewal).toEqual(planned)
    }
    expect(agent.reports).toEqual([])
  })
})
