import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { hasPebble, type Pebble, startPebble } from '../setup/pebble.ts'
import { answerFromMemory, makeAgent, makeSite } from './agent.ts'

describe.skipIf(!hasPebble)('a CA that refuses every other nonce', () => {
  let pebble: Pebble

  beforeAll(async () => {
    pebble = await startPebble({ environment: { PEBBLE_WFE_NONCEREJECT: '50' } })
  })
  afterAll(() => pebble.stop())

  it.each(Array.from({ length: 10 }, (_, index) => index + 1))(
    'gives a certificate all the same, %i of 10',
    async () => {
      const place = await makeSite()
      onTestFinished(place.remove)
      const { certificates, reports } = makeAgent(pebble, place)
      answerFromMemory(pebble, certificates)
      await certificates.start()
      await certificates.check()
      await certificates.stop()
      expect(reports).toEqual([])
      expect(certificates.current()).toBeDefined()
    },
  )
})
