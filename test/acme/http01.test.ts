import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createChallenges } from '../../src/acme/http01.ts'
import type { Diagnostic } from '../../src/base/diagnostic.ts'

const token = 'evaGxfADs6pSRb2LAv9IZf17Dt3juxGJ-PCt92wr-oA'
const challenge = {
  name: 'blog.test',
  token,
  keyAuthorization: `${token}.9jg46WB3rR_AHD-EBXdN7cBkH1WOu0tA3M9fm21mqTI`,
}
const other = { ...challenge, token: 'other', keyAuthorization: 'other.key' }

let folder: string
let webroot: string
let reports: Diagnostic[]
const log = { info: () => {}, report: (diagnostic: Diagnostic) => void reports.push(diagnostic) }

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'inkseal-http01-'))
  webroot = path.join(folder, 'public')
  reports = []
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
})

const fileOf = (root: string, name = token) => path.join(root, '.well-known/acme-challenge', name)

describe('a challenge', () => {
  it('is answered for exactly its token, only while it lasts', async () => {
    const { answer, during } = createChallenges({ webroot, log })
    await during(challenge, async () => {
      expect(answer(token)).toBe(challenge.keyAuthorization)
      for (const near of ['', token.slice(1), `${token}/`, `${token}.x`, token.toUpperCase(), 'constructor'])
        expect(answer(near)).toBeUndefined()
    })
    expect(answer(token)).toBeUndefined()
  })

  it('is answered while nothing is published yet, and puts no folder in the way of the first release', async () => {
    const { answer, during } = createChallenges({ webroot, log })
    await during(challenge, async () => expect(answer(token)).toBeDefined())
    expect(await readdir(folder)).toEqual([])
    expect(reports).toEqual([])
  })

  it('is a file that every server may read, whatever the umask, and leaves nothing behind', async () => {
    await mkdir(webroot)
    const before = process.umask(0o077)
    onTestFinished(() => void process.umask(before))
    const { during } = createChallenges({ webroot, log })
    await during(challenge, async () => {
      expect(await readFile(fileOf(webroot), 'utf8')).toBe(challenge.keyAuthorization)
      expect((await stat(fileOf(webroot))).mode & 0o777).toBe(0o644)
      expect((await stat(path.dirname(fileOf(webroot)))).mode & 0o777).toBe(0o755)
    })
    expect(await readdir(webroot)).toEqual([])
  })

  it('leaves folders and files that others made', async () => {
    await mkdir(path.join(webroot, '.well-known'), { recursive: true })
    await writeFile(path.join(webroot, '.well-known/security.txt'), 'Contact: mailto:a@b.test')
    const { during } = createChallenges({ webroot, log })
    await during(challenge, async () => {})
    expect(await readdir(path.join(webroot, '.well-known'))).toEqual(['security.txt'])
  })

  it('shares its folders with others, and the last one removes them', async () => {
    await mkdir(webroot)
    const { during } = createChallenges({ webroot, log })
    await during(challenge, () =>
      during(other, async () => expect(await readdir(path.dirname(fileOf(webroot)))).toHaveLength(2)),
    )
    expect(await readdir(webroot)).toEqual([])
  })

  it('is removed from where it was written when the link to the release has moved on', async () => {
    await mkdir(path.join(folder, 'releases/1'), { recursive: true })
    await mkdir(path.join(folder, 'releases/2'), { recursive: true })
    await symlink('releases/1', webroot)
    const { during } = createChallenges({ webroot, log })
    await during(challenge, async () => {
      await rm(webroot)
      await symlink('releases/2', webroot)
    })
    expect(await readdir(path.join(folder, 'releases/1'))).toEqual([])
  })

  it('is cleaned up after a failure too', async () => {
    await mkdir(webroot)
    const { answer, during } = createChallenges({ webroot, log })
    const failing = during(challenge, () => Promise.reject(new Error('refused')))
    await expect(failing).rejects.toThrow('refused')
    expect(answer(token)).toBeUndefined()
    expect(await readdir(webroot)).toEqual([])
  })

  it('is answered from memory where the folder cannot be written, with a warning', async () => {
    await writeFile(webroot, 'a file where the folder should be')
    const { answer, during } = createChallenges({ webroot, log })
    await during(challenge, async () => expect(answer(token)).toBeDefined())
    expect(reports).toMatchObject([{ code: 'acme/webroot', severity: 'warning' }])
    expect(reports[0]?.message).not.toContain(challenge.keyAuthorization)
  })

  it.each(['../../evil', 'a/b', '.', '..', '', 'a\0b', '%2e%2e'])(
    'with the token %j is refused',
    async (bad) => {
      await mkdir(webroot)
      const { during } = createChallenges({ webroot, log })
      const refused = during({ ...challenge, token: bad }, async () => expect.unreachable())
      await expect(refused).rejects.toThrow('token is not base64url')
      expect(await readdir(webroot)).toEqual([])
    },
  )
})
