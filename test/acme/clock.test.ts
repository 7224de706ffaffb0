import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { hasPebble, type Pebble, startPebble } from '../setup/pebble.ts'
import { answerFromMemory, makeAgent, makeSite } from './agent.ts'

const TEN_YEARS = 10 * 365 * 86_400_000

describe.skipIf(!hasPebble)('a clock that was ahead', () => {
  let pebble: Pebble
  beforeAll(async () => {
    pebble = await startPebble()
  })
  afterAll(() => pebble.stop())

  it('costs neither the certificate nor its renewal, in this process and in the next', async () => {
    const place = await makeSite()
    onTestFinished(place.remove)
    const first = makeAgent(pebble, place)
    answerFromMemory(pebble, first.certificates)
    await first.certificates.start()
    await first.certificates.check()
    const certificate = first.certificates.current()
    expect(certificate).toBeDefined()
    await first.certificates.stop()

    // Started in ten years, it holds the certificate for expired and what the CA gives for not valid yet.
    const ahead = makeAgent(pebble, place)
    onTestFinished(ahead.certificates.stop)
    ahead.setOffset(TEN_YEARS)
    answerFromMemory(pebble, ahead.certificates)
    await ahead.certificates.start()
    await ahead.certificates.check()
    expect(ahead.certificates.current()).toBeUndefined()
    expect(ahead.certificates.status().nextTry?.getTime()).toBeGreaterThan(
      Date.now() + TEN_YEARS - 86_400_000,
    )

    ahead.setOffset(0)
    await ahead.certificates.check()
    expect(ahead.certificates.current()).toBeDefined()
    await ahead.certificates.stop()

    const next = makeAgent(pebble, place)
    onTestFinished(next.certificates.stop)
    answerFromMemory(pebble, next.certificates)
    await next.certificates.start()
    expect(next.certificates.current()).toBeDefined()
    expect(next.lines.join()).not.toContain('the next is at')
  })
})
