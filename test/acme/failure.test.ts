import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { readStatus } from '../../src/acme/index.ts'
import { type CaProxy, type Interfere, type Reply, type Step, startCaProxy } from '../setup/ca-proxy.ts'
import { localhostCertificate } from '../setup/localhost-certificate.ts'
import { hasPebble, type Pebble, startPebble } from '../setup/pebble.ts'
import { answerFromMemory, makeAgent, makeSite } from './agent.ts'

const minute = 60_000
const hour = 60 * minute

describe.skipIf(!hasPebble)('a CA in trouble', () => {
  let pebble: Pebble
  let proxy: CaProxy

  beforeAll(async () => {
    pebble = await startPebble({ profiles: { ninety: 90 * 86_400 }, environment: { PEBBLE_AUTHZREUSE: '0' } })
    proxy = await startCaProxy(pebble)
  })
  afterEach(() => proxy.interfere(undefined))
  afterAll(async () => {
    await proxy.stop()
    await pebble.stop()
  })

  async function setUp(options: Parameters<typeof makeAgent>[2] = {}) {
    const place = await makeSite()
    onTestFinished(place.remove)
    const make = (more: typeof options = {}) => {
      const agent = makeAgent(pebble, place, { directory: proxy.directory, ...options, ...more })
      answerFromMemory(pebble, agent.certificates)
      onTestFinished(agent.certificates.stop)
      return agent
    }
    return { place, make }
  }

  const at =
    (step: Step, reply: Reply | 'silence'): Interfere =>
    (seen) =>
      seen === step ? reply : undefined

  const problem = (status: number, error: string, headers = {}): Reply => ({
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify({ type: `urn:ietf:params:acme:error:${error}`, detail: 'so it is', status }),
  })

  it('asks once in the 34 hours of a 429, also after a restart', async () => {
    const { make, place } = await setUp()
    proxy.interfere(at('order', problem(429, 'rateLimited', { 'retry-after': String(34 * 3600) })))
    const agent = make()
    const orders = proxy.count('order')
    await agent.certificates.start()
    await agent.certificates.check()
    agent.setOffset(33 * hour)
    await agent.certificates.check()
    await agent.certificates.stop()
    const again = make()
    again.setOffset(33.9 * hour)
    await again.certificates.start()
    await again.certificates.check()
    expect(proxy.count('order')).toBe(orders + 1)
    expect(agent.reports).toMatchObject([{ code: 'acme/rate-limited', severity: 'error' }])
    const told = await readStatus(
      place.storage,
      { names: ['blog.test'], directory: proxy.directory },
      Date.now,
    )
    expect(told.problem).toMatchObject({
      type: 'urn:ietf:params:acme:error:rateLimited',
      status: 429,
      failures: 1,
    })
    proxy.interfere(undefined)
    again.setOffset(34 * hour + minute)
    await again.certificates.check()
    expect(again.certificates.current()).toBeDefined()
    expect(again.certificates.status().problem).toBeUndefined()
  })

  it('asks once for all processes that share the storage', async () => {
    const { make } = await setUp()
    const [one, other] = [make(), make()]
    await other.certificates.start()
    await other.certificates.check()
    proxy.interfere(at('order', problem(429, 'rateLimited', { 'retry-after': '7200' })))
    await one.certificates.start()
    for (const agent of [one, other]) agent.setOffset(89 * 24 * hour)
    const orders = proxy.count('order')
    await one.certificates.check()
    await other.certificates.check()
    expect(proxy.count('order')).toBe(orders + 1)
    expect(other.certificates.status().nextTry).toEqual(one.certificates.status().nextTry)
  })

  it.each<[string, string, Interfere]>([
    ['is out of order', 'acme/unavailable', at('directory', { status: 503, headers: {}, body: 'busy' })],
    [
      'breaks the connection',
      'acme/unavailable',
      (_, { request }) => {
        request.socket.destroy()
        return 'silence'
      },
    ],
    ['says nothing', 'acme/unavailable', at('account', 'silence')],
    [
      'is a login page',
      'acme/unavailable',
      (): Reply => ({
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<form>Room number?</form>',
      }),
    ],
    [
      'is a login page elsewhere',
      'acme/unavailable',
      (): Reply => ({
        status: 302,
        headers: { location: 'https://login.example/' },
        body: '',
      }),
    ],
    [
      'answers with other JSON',
      'acme/unavailable',
      at('order', {
        status: 201,
        headers: { 'content-type': 'application/json' },
        body: '{"hello":"world"}',
      }),
    ],
    ['refuses the name', 'acme/refused', at('order', problem(400, 'rejectedIdentifier'))],
    ['sees a CAA record', 'acme/caa', at('finalize', problem(403, 'caa'))],
  ])(
    'tells a reader when the CA %s, waits longer each time, and gets there in the end',
    async (_, code, interfere) => {
      const { make } = await setUp({ timeout: 1_500 })
      const agent = make()
      proxy.interfere(interfere)
      await agent.certificates.start()
      await agent.certificates.check()
      const waits: number[] = []
      let offset = 0
      for (let tries = 0; tries < 2; tries++) {
        const { problem: told, nextTry } = agent.certificates.status()
        waits.push(Math.round(((nextTry?.getTime() ?? 0) - (told?.at.getTime() ?? 0)) / minute))
        offset += (waits.at(-1) ?? 0) * minute + 1_000
        agent.setOffset(offset)
        await agent.certificates.check()
      }
      expect(waits).toEqual([1, 10])
      expect(agent.reports.map((report) => report.code)).toEqual([code, code, code])
      expect(agent.reports[0]?.message).toMatch(/^Cannot get a certificate for blog\.test: .*[^.]$/)
      expect(agent.reports[0]?.hint).toBeTruthy()
      proxy.interfere(undefined)
      agent.setOffset(offset + 101 * minute)
      await agent.certificates.check()
      expect(agent.certificates.current()?.names).toEqual(['blog.test'])
    },
  )

  it.each<[string, () => Promise<void>, () => Promise<void>, string]>([
    [
      'acme/dns',
      () => pebble.dns('set-servfail', { host: 'broken.test' }),
      () => pebble.dns('clear-servfail', { host: 'broken.test' }),
      'Give broken.test an A record',
    ],
    [
      'acme/connection',
      () => pebble.dns('add-a', { host: 'broken.test', addresses: ['127.0.0.77'] }),
      () => pebble.dns('clear-a', { host: 'broken.test' }),
      'Open port 80',
    ],
    [
      'acme/unauthorized',
      async () => pebble.answerWith((_, response) => response.end('another server')),
      async () => {},
      'Point the A and AAAA records of broken.test at this machine',
    ],
  ])('explains %s, without a key authorization', async (code, breakIt, mendIt, hint) => {
    const { make } = await setUp({ names: ['blog.test', 'broken.test'] })
    const agent = make()
    await breakIt()
    onTestFinished(mendIt)
    await agent.certificates.start()
    await agent.certificates.check()
    const about = agent.reports.filter(({ message }) => message.includes('for broken.test'))
    expect(about).toHaveLength(1)
    expect(about[0]).toMatchObject({ code, hint: expect.stringContaining(hint) })
    expect(JSON.stringify([agent.reports, agent.lines])).not.toMatch(/[\w-]{22,}\.[\w-]{43}/)
  })

  it('warns of a name that does not point here, and goes on', async () => {
    const { make } = await setUp({ lookup: async () => ['192.0.2.1'] })
    const agent = make()
    await agent.certificates.start()
    await agent.certificates.check()
    expect(agent.reports).toMatchObject([{ code: 'acme/name-elsewhere', severity: 'warning' }])
    expect(agent.reports[0]?.message).toContain('it leads to 192.0.2.1')
    expect(agent.certificates.current()).toBeDefined()
  })

  it('does not ask the CA where this machine itself does not answer', async () => {
    const selfCheck = async () => {
      throw new Error('connection refused')
    }
    const { make } = await setUp({ selfCheck })
    const agent = make()
    const challenges = proxy.count('challenge')
    await agent.certificates.start()
    await agent.certificates.check()
    expect(agent.reports).toMatchObject([{ code: 'acme/self-check' }])
    expect(proxy.count('challenge')).toBe(challenges)
  })

  it.each<[string, Interfere]>([
    [
      'is for another key',
      async (step, { forward }) => {
        if (step !== 'certificate') return undefined
        return { ...(await forward()), body: pebble.tls.certificate }
      },
    ],
    [
      'is no certificate',
      async (step, { forward }) => {
        if (step !== 'certificate') return undefined
        return { ...(await forward()), body: 'sorry' }
      },
    ],
    [
      'has a chain that is broken',
      async (step, { forward }) => {
        if (step !== 'certificate') return undefined
        const reply = await forward()
        const [leaf] = reply.body.split(/(?<=-----END CERTIFICATE-----\n)/)
        return { ...reply, body: `${leaf}${pebble.tls.root}` }
      },
    ],
  ])('leaves the served certificate in place where the new one %s', async (_, interfere) => {
    const { make } = await setUp()
    const agent = make()
    await agent.certificates.start()
    await agent.certificates.check()
    const served = agent.certificates.current()
    expect(served).toBeDefined()
    proxy.interfere(interfere)
    agent.setOffset(89 * 24 * hour)
    await agent.certificates.check()
    expect(agent.reports).toMatchObject([{ code: 'acme/wrong-answer' }])
    expect(agent.certificates.current()).toBe(served)
    await agent.certificates.stop()
    const next = make()
    await next.certificates.start()
    expect(next.certificates.current()).toEqual(served)
  })

  it('waits for an order that stays in processing, then takes the certificate', async () => {
    const { make } = await setUp()
    let polls = 0
    proxy.interfere(async (step, { forward }) => {
      if (step !== 'orderStatus') return undefined
      const reply = await forward()
      const order = JSON.parse(reply.body)
      if (order.status !== 'valid' || polls++ > 1) return reply
      const { certificate: _, ...rest } = order
      return {
        ...reply,
        headers: { ...reply.headers, 'retry-after': '0' },
        body: JSON.stringify({ ...rest, status: 'processing' }),
      }
    })
    const agent = make()
    await agent.certificates.start()
    await agent.certificates.check()
    expect(polls).toBe(3)
    expect(agent.certificates.current()).toBeDefined()
  })

  it('finalizes again where the order was not ready yet', async () => {
    const { make } = await setUp()
    let refusals = 0
    proxy.interfere((step) =>
      step === 'finalize' && refusals++ === 0 ? problem(403, 'orderNotReady') : undefined,
    )
    const agent = make()
    await agent.certificates.start()
    await agent.certificates.check()
    expect(agent.reports).toEqual([])
    expect(refusals).toBe(2)
    expect(agent.certificates.current()).toBeDefined()
  })

  it('registers again, once, where the CA has forgotten the account', async () => {
    const { make } = await setUp()
    const agent = make()
    await agent.certificates.start()
    await agent.certificates.check()
    const before = proxy.count('account')
    let forgotten = 1
    proxy.interfere((step) =>
      step === 'order' && forgotten-- > 0 ? problem(400, 'accountDoesNotExist') : undefined,
    )
    agent.setOffset(89 * 24 * hour)
    await agent.certificates.check()
    expect(proxy.count('account')).toBe(before + 1)
    proxy.interfere(at('order', problem(400, 'accountDoesNotExist')))
    agent.setOffset(90 * 24 * hour + hour)
    await agent.certificates.check()
    expect(proxy.count('account')).toBe(before + 2)
  })

  it('tells how to trust the server of a private CA', async () => {
    const { make } = await setUp()
    const agent = make({ trustedRoot: (await localhostCertificate()).root })
    await agent.certificates.start()
    await agent.certificates.check()
    expect(agent.reports).toMatchObject([{ code: 'acme/untrusted' }])
    expect(agent.reports[0]?.hint).toContain('acme.trustedRoot')
  })
})
