import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { readStatus } from '../../src/acme/index.ts'
import { type CaProxy, startCaProxy } from '../setup/ca-proxy.ts'
import { hasPebble, type Pebble, startPebble } from '../setup/pebble.ts'
import { answerFromMemory, makeAgent, makeSite } from './agent.ts'

const day = 86_400_000

describe.skipIf(!hasPebble)('what is on disk', () => {
  let pebble: Pebble
  let proxy: CaProxy

  beforeAll(async () => {
    pebble = await startPebble()
    proxy = await startCaProxy(pebble)
  })
  afterAll(async () => {
    await proxy.stop()
    await pebble.stop()
  })

  /** A site with as many generations as asked for, and a way to start agents on it. */
  async function setUp(generations: number) {
    const place = await makeSite()
    onTestFinished(place.remove)
    let offset = 0
    const start = async (options: Parameters<typeof makeAgent>[2] = {}) => {
      const agent = makeAgent(pebble, place, { directory: proxy.directory, ...options })
      answerFromMemory(pebble, agent.certificates)
      onTestFinished(agent.certificates.stop)
      agent.setOffset(offset)
      await agent.certificates.start()
      return agent
    }
    for (; generations > 0; generations--) {
      const agent = await start()
      await agent.certificates.check()
      await agent.certificates.stop()
      expect(agent.reports).toEqual([])
      // The CA dates by the real time, so only the first renewal needs a leap.
      if (generations > 1) offset = offset === 0 ? 89 * day : offset + day / 4
    }
    return { place, start, file: (name: string) => find(place.storage, name) }
  }

  it('keeps the generation before, and no older one', async () => {
    const { place } = await setUp(3)
    expect(await readdir(path.dirname(path.dirname(await find(place.storage, 'chain.pem'))))).toHaveLength(2)
  })

  it('goes on with the generation before where the current one is damaged, and names it', async () => {
    const { place, start } = await setUp(2)
    const [set] = await readdir(path.join(place.storage, 'certificates'))
    const current = path.join(place.storage, 'certificates', set ?? '', 'current')
    await writeFile(
      path.join(current, 'key.pem'),
      '-----BEGIN PRIVATE KEY-----\nMIGHsecret\n-----END PRIVATE KEY-----',
    )
    const told = await readStatus(
      place.storage,
      { names: ['blog.test'], directory: proxy.directory },
      Date.now,
    )
    expect(told.certificate).toBeDefined()
    const { certificates, reports } = await start({ clock: Date.now })
    expect(certificates.current()).toBeDefined()
    expect(reports).toMatchObject([{ code: 'acme/storage', severity: 'warning' }])
    expect(reports[0]?.message).toMatch(
      /generations\/.*key and chain are not readable.*moved to .*\.damaged-/,
    )
    expect(reports[0]?.message).not.toContain('MIGH')
  })

  it('gets a new certificate where all of it is damaged', async () => {
    const { start, file } = await setUp(1)
    await rm(await file('chain.pem'))
    await writeFile(await file('account.json'), '{"directory":')
    const { certificates, reports } = await start()
    await certificates.check()
    expect(certificates.current()).toBeDefined()
    expect(reports.map(({ code, severity }) => [code, severity])).toEqual([
      ['acme/storage', 'warning'],
      ['acme/storage', 'warning'],
    ])
  })

  it('is not misled by a generation that was cut off while it was written', async () => {
    const { start, file } = await setUp(1)
    const generations = path.dirname(path.dirname(await file('chain.pem')))
    await mkdir(path.join(generations, '.20991231T000000Z-cut'))
    const orders = proxy.count('order')
    const { certificates, reports } = await start()
    await certificates.check()
    expect(certificates.current()).toBeDefined()
    expect(reports).toEqual([])
    expect(proxy.count('order')).toBe(orders)
  })

  it('places no order that it could not remember', async () => {
    const place = await makeSite()
    onTestFinished(place.remove)
    await mkdir(path.dirname(place.storage), { recursive: true })
    await writeFile(place.storage, 'a file where the folder should be')
    const orders = proxy.count('order')
    const { certificates, reports } = makeAgent(pebble, place, { directory: proxy.directory })
    await certificates.start()
    await certificates.check()
    await certificates.stop()
    expect(reports.map(({ code }) => code)).toContain('acme/storage')
    expect(proxy.count('order')).toBe(orders)
    expect(certificates.status().nextTry).toBeDefined()
  })

  it('serves a certificate that the disk did not take, and fetches it again at the next start', async () => {
    const { start, file } = await setUp(1)
    const generations = path.dirname(path.dirname(await file('chain.pem')))
    const orders = proxy.count('order')
    // Between the order and its certificate, the folder for it becomes one that nothing can be put into.
    proxy.interfere(async (step) => {
      if (step !== 'certificate') return undefined
      await rename(generations, `${generations}-kept`)
      await writeFile(generations, '')
      return undefined
    })
    onTestFinished(() => proxy.interfere(undefined))
    const { certificates, reports, setOffset } = await start()
    setOffset(89 * day)
    await certificates.check()
    await certificates.stop()
    expect(reports).toMatchObject([{ code: 'acme/storage', severity: 'error' }])
    const served = certificates.current()
    proxy.interfere(undefined)
    await rm(generations)
    await rename(`${generations}-kept`, generations)
    const next = await start()
    next.setOffset(89 * day)
    await next.certificates.check()
    expect(next.certificates.current()?.chain).toBe(served?.chain)
    expect(proxy.count('order')).toBe(orders + 1)
  })

  it('serves a certificate at once while the CA is away', async () => {
    const { start } = await setUp(1)
    const { certificates } = await start({ directory: proxy.directory })
    proxy.interfere(() => 'silence')
    onTestFinished(() => proxy.interfere(undefined))
    expect(certificates.current()?.names).toEqual(['blog.test'])
  })

  it('lets the certificate for fewer names stand in until the CA has given another', async () => {
    const { start } = await setUp(1)
    const { certificates, reports } = await start({ names: ['blog.test', 'www.blog.test'] })
    expect(certificates.current()?.names).toEqual(['blog.test'])
    await certificates.check()
    expect(reports).toEqual([])
    expect(certificates.current()?.names.toSorted()).toEqual(['blog.test', 'www.blog.test'])
  })

  it('takes over what another process has renewed', async () => {
    const { start } = await setUp(1)
    const server = await start()
    const other = await start()
    other.setOffset(89 * day)
    await other.certificates.check()
    await server.certificates.check()
    expect(server.certificates.current()).toEqual(other.certificates.current())
    expect(server.lines).toEqual([])
  })

  it('holds every key, and the log none', async () => {
    const { place, start } = await setUp(1)
    const { certificates, lines, reports, setOffset } = await start()
    setOffset(89 * day)
    await certificates.check()
    const told = JSON.stringify([lines, reports, certificates.status()])
    for (const key of await keys(place.storage)) expect(told).not.toContain(key)
    expect(told).not.toContain('PRIVATE')
  })

  it('survives a stranger’s line at the end of a state file', async () => {
    const { start, file } = await setUp(1)
    await appendFile(await file('plan.json'), 'x')
    const { certificates, reports } = await start()
    expect(certificates.current()).toBeDefined()
    expect(reports).toMatchObject([{ code: 'acme/storage' }])
  })
})

async function find(folder: string, name: string): Promise<string> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  const found = all.find((entry) => entry.isFile() && entry.name === name)
  return found ? path.join(found.parentPath, found.name) : ''
}

/** The middle lines of all private keys. */
async function keys(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  const texts = await Promise.all(
    all
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(path.join(entry.parentPath, entry.name), 'utf8')),
  )
  const found = texts.flatMap((text) =>
    [...text.matchAll(/PRIVATE KEY-----(?:\\n|\n)([\w+/]{40})/g)].map(([, key]) => key ?? ''),
  )
  expect(found.length).toBeGreaterThan(1)
  return found
}
