import { X509Certificate } from 'node:crypto'
import { mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { readStatus } from '../../src/acme/index.ts'
import { type CaProxy, startCaProxy } from '../setup/ca-proxy.ts'
import { hasPebble, type Pebble, startPebble } from '../setup/pebble.ts'
import { answerFromMemory, makeAgent, makeSite } from './agent.ts'

describe.skipIf(!hasPebble)('issuing by a real CA', () => {
  let pebble: Pebble
  let proxy: CaProxy

  beforeAll(async () => {
    pebble = await startPebble({ profiles: { ninety: 90 * 86_400, quick: 120 } })
    proxy = await startCaProxy(pebble)
  })
  afterAll(async () => {
    await proxy.stop()
    await pebble.stop()
  })

  async function site() {
    const made = await makeSite()
    onTestFinished(made.remove)
    return made
  }

  it('gets a certificate, keeps it tightly, and needs no second order after a restart', async () => {
    const place = await site()
    const names = ['blog.test', 'www.blog.test', 'bücher.test']
    const first = makeAgent(pebble, place, { names, directory: proxy.directory, profile: 'ninety' })
    answerFromMemory(pebble, first.certificates)
    const seen: string[][] = []
    first.certificates.subscribe((certificate) => seen.push([...certificate.names]))
    await first.certificates.start()
    expect(first.certificates.current()).toBeUndefined()
    await first.certificates.check()
    await first.certificates.stop()
    expect(first.reports).toEqual([])

    const got = first.certificates.current()
    expect(got?.names.toSorted()).toEqual(['blog.test', 'www.blog.test', 'xn--bcher-kva.test'])
    expect(seen).toHaveLength(1)
    const leaf = new X509Certificate(got?.chain ?? '')
    expect(leaf.subject ?? '').not.toContain('CN=')
    expect(leaf.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1')

    const orders = proxy.count('order')
    const second = makeAgent(pebble, place, { names, directory: proxy.directory, profile: 'ninety' })
    await second.certificates.start()
    expect(second.certificates.current()).toEqual(got)
    await second.certificates.check()
    await second.certificates.stop()
    expect(proxy.count('order')).toBe(orders)
    const account = await readFile(await find(place.storage, 'account.json'), 'utf8')
    expect(JSON.parse(account)).toMatchObject({ directory: proxy.directory, url: expect.any(String) })
    for (const file of await files(place.storage)) expect((await stat(file)).mode & 0o077, file).toBe(0)
    expect((await stat(place.storage)).mode & 0o777).toBe(0o700)
    expect(await readdir(place.webroot)).toEqual([])

    const told = await readStatus(place.storage, { names, directory: proxy.directory }, Date.now)
    expect(told).toMatchObject({
      certificate: { daysLeft: 89, profile: 'ninety' },
      renewal: { why: 'suggested' },
    })
    expect(told.certificate?.issuer).toContain('Pebble')
    expect(told.problem).toBeUndefined()
  })

  it('proves a name by the file alone, through a link, and removes only what it made', async () => {
    const place = await site()
    const release = path.join(place.folder, 'releases/1')
    await mkdir(path.join(release, '.well-known'), { recursive: true })
    const link = path.join(place.folder, 'linked')
    await symlink('releases/1', link)
    const { certificates, reports } = makeAgent(pebble, { ...place, webroot: link })
    const modes: number[] = []
    pebble.answerWith(async (request, response) => {
      const file = path.join(link, request.url ?? '')
      modes.push((await stat(file)).mode & 0o777, (await stat(path.dirname(file))).mode & 0o777)
      response.end(await readFile(file))
    })
    await certificates.start()
    await certificates.check()
    await certificates.stop()
    expect(reports).toEqual([])
    expect(certificates.current()?.names).toEqual(['blog.test'])
    expect(new Set(modes)).toEqual(new Set([0o644, 0o755]))
    expect(await readdir(release)).toEqual(['.well-known'])
    expect(await readdir(path.join(release, '.well-known'))).toEqual([])
  })

  it('goes on where a server does not take the certificate, and says so', async () => {
    const { certificates, reports } = makeAgent(pebble, await site())
    answerFromMemory(pebble, certificates)
    const taken: string[] = []
    certificates.subscribe(() => {
      throw new Error('key values mismatch')
    })
    certificates.subscribe(({ chain }) => taken.push(chain))
    await certificates.start()
    await certificates.check()
    await certificates.stop()
    expect(taken).toEqual([certificates.current()?.chain])
    expect(reports).toMatchObject([{ code: 'acme/not-taken', severity: 'error' }])
  })

  it('tells where the terms are that nobody agreed to, and registers nothing', async () => {
    const place = await site()
    const options = { directory: proxy.directory, agreeTos: false }
    const { certificates, reports } = makeAgent(pebble, place, options)
    const accounts = proxy.count('account')
    await certificates.start()
    await certificates.check()
    await certificates.stop()
    expect(reports).toHaveLength(1)
    expect(reports[0]).toMatchObject({ code: 'acme/terms', severity: 'error' })
    expect(reports[0]?.hint).toMatch(/Read data:text\/plain.* and set acme: \{ agreeTos: true \}/)
    expect(proxy.count('account')).toBe(accounts)

    const agreed = makeAgent(pebble, place, { directory: proxy.directory })
    answerFromMemory(pebble, agreed.certificates)
    await agreed.certificates.start()
    await agreed.certificates.check()
    await agreed.certificates.stop()
    expect(agreed.certificates.current()).toBeDefined()
  })
})

async function files(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  return all.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}

async function find(folder: string, name: string): Promise<string> {
  return (await files(folder)).find((file) => path.basename(file) === name) ?? ''
}
