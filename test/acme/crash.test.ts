import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type CaProxy, type Step, startCaProxy } from '../setup/ca-proxy.ts'
import { hasPebble, type Pebble, startPebble } from '../setup/pebble.ts'
import { makeAgent, makeSite, type Site } from './agent.ts'

const day = 86_400_000

describe.skipIf(!hasPebble)('a process killed with -9', () => {
  let pebble: Pebble
  let proxy: CaProxy

  beforeAll(async () => {
    pebble = await startPebble({ environment: { PEBBLE_AUTHZREUSE: '0' } })
    proxy = await startCaProxy(pebble)
  })
  afterAll(async () => {
    await proxy.stop()
    await pebble.stop()
  })

  function answerFromFiles({ webroot }: Site) {
    pebble.answerWith(async (request, response) => {
      const bytes = await readFile(path.join(webroot, request.url ?? '')).catch(() => undefined)
      response.writeHead(bytes ? 200 : 404).end(bytes)
    })
  }

  function startChild({ storage, webroot }: Site, offset: number): ChildProcess {
    const options = { names: ['blog.test'], directory: proxy.directory, storage, webroot, agreeTos: true }
    const input = JSON.stringify({ ...options, trustedRoot: pebble.rootPem, offset })
    const script = fileURLToPath(import.meta.resolve('./child.ts'))
    return spawn(process.execPath, ['--no-warnings', script, input], { stdio: 'ignore' })
  }

  /** Runs an agent in another process, and kills that when the CA has done a step but its answer did not arrive. */
  async function killAt(step: Step, place: Site, offset: number) {
    const reached = Promise.withResolvers<void>()
    proxy.interfere(async (seen, { forward }) => {
      if (seen !== step) return undefined
      await forward()
      reached.resolve()
      return 'silence'
    })
    const child = startChild(place, offset)
    await reached.promise
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    proxy.interfere(undefined)
  }

  const steps: readonly [Step, number][] = [
    ['account', 1],
    // The CA has the order and nobody has its URL: another one cannot be helped.
    ['order', 2],
    ['authorization', 1],
    ['challenge', 1],
    ['finalize', 1],
    ['certificate', 1],
  ]

  it.each(steps)('at the first certificate’s %s comes back to it with %i order(s)', async (step, orders) => {
    const place = await makeSite()
    onTestFinished(place.remove)
    answerFromFiles(place)
    const before = proxy.count('order')
    await killAt(step, place, 0)
    const { certificates, reports } = makeAgent(pebble, place, { directory: proxy.directory })
    await certificates.start()
    await certificates.check()
    await certificates.stop()
    expect(reports).toEqual([])
    expect(certificates.current()?.names).toEqual(['blog.test'])
    expect(proxy.count('order') - before).toBe(orders)
  })

  it.each(['challenge', 'finalize', 'certificate'] as const)(
    'at the %s of a renewal goes on with the old certificate, then with the same order',
    async (step) => {
      const place = await makeSite()
      onTestFinished(place.remove)
      answerFromFiles(place)
      const options = { directory: proxy.directory }
      const first = makeAgent(pebble, place, options)
      await first.certificates.start()
      await first.certificates.check()
      await first.certificates.stop()
      const before = proxy.count('order')
      await killAt(step, place, 89 * day)
      const { certificates, reports, setOffset } = makeAgent(pebble, place, options)
      setOffset(89 * day)
      await certificates.start()
      expect(certificates.current()).toEqual(first.certificates.current())
      await certificates.check()
      await certificates.stop()
      expect(reports).toEqual([])
      expect(certificates.current()?.key).not.toBe(first.certificates.current()?.key)
      expect(proxy.count('order') - before).toBe(1)
    },
  )

  it('and another beside it place one order between them', async () => {
    const place = await makeSite()
    onTestFinished(place.remove)
    answerFromFiles(place)
    const before = proxy.count('order')
    const reached = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    proxy.interfere(async (step) => {
      if (step !== 'finalize') return undefined
      reached.resolve()
      await goOn.promise
      return undefined
    })
    const child = startChild(place, 0)
    onTestFinished(() => void child.kill('SIGKILL'))
    await reached.promise
    const { certificates, lines } = makeAgent(pebble, place, { directory: proxy.directory })
    await certificates.start()
    onTestFinished(certificates.stop)
    await certificates.check()
    expect(certificates.current()).toBeUndefined()
    expect(lines).toContain('acme: another inkseal is getting the certificate')
    goOn.resolve()
    while (!certificates.current()) await certificates.check()
    expect(proxy.count('order') - before).toBe(1)
  })
})
