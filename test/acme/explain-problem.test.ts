import { describe, expect, it } from 'vitest'
import { explainProblem } from '../../src/acme/explain-problem.ts'
import { readProblem } from '../../src/acme/problem.ts'
import { codes } from '../../src/base/codes.ts'

const explain = (document: object, circumstances = {}) =>
  explainProblem(readProblem(document, circumstances), ['a.test', 'b.test'], 'ca.example')

const acme = (error: string, rest = {}) => ({
  type: `urn:ietf:params:acme:error:${error}`,
  detail: 'so',
  ...rest,
})

describe('a problem in a reader’s words', () => {
  it.each([
    ['dns', 'acme/dns'],
    ['connection', 'acme/connection'],
    ['tls', 'acme/connection'],
    ['unauthorized', 'acme/unauthorized'],
    ['incorrectResponse', 'acme/unauthorized'],
    ['caa', 'acme/caa'],
    ['rateLimited', 'acme/rate-limited'],
    ['userActionRequired', 'acme/terms'],
    ['serverInternal', 'acme/unavailable'],
    ['rejectedIdentifier', 'acme/refused'],
    ['somethingNew', 'acme/refused'],
  ])('%s is %s, with the type, the detail and a fix', (error, code) => {
    const [first, ...more] = explain(acme(error))
    expect(more).toEqual([])
    expect(first?.code).toBe(code)
    expect(codes).toHaveProperty(code.replaceAll('.', '\\.'))
    expect(first?.message).toMatch(/^Cannot get a certificate for a\.test, b\.test: .*[^.]$/)
    expect(first?.message).toContain(`(urn:ietf:params:acme:error:${error}: so)`)
    expect(first?.hint).not.toMatch(/NAME|\.$/)
  })

  it('names each name that has a problem of its own', () => {
    const of = (value: string, error: string) => acme(error, { identifier: { type: 'dns', value } })
    const found = explain(acme('compound', { subproblems: [of('a.test', 'caa'), of('b.test', 'dns')] }))
    expect(found.map(({ code, message }) => [code, message.split(':')[0]])).toEqual([
      ['acme/caa', 'Cannot get a certificate for a.test'],
      ['acme/dns', 'Cannot get a certificate for b.test'],
    ])
  })

  it('takes a name that Go could not look up for what it is', () => {
    const detail = 'Get "http://a.test/": dial tcp: lookup a.test: no such host'
    expect(explain(acme('connection', { detail }))[0]?.code).toBe('acme/dns')
  })

  it('shows the link by which a paused name is let go on', () => {
    const detail = 'unpause at https://portal.letsencrypt.org/sfe/v1/unpause?jwt=abc'
    expect(explain(acme('rateLimited', { detail }), { status: 429 })[0]?.message).toContain(detail)
  })

  it('keeps key authorizations, control characters and novels out', () => {
    const secret = 'evaGxfADs6pSRb2LAv9IZf17Dt3juxGJ-PCt92wr-oA.9jg46WB3rR_AHD-EBXdN7cBkH1WOu0tA3M9fm21mqTI'
    const noise = '\u001b[2J\n\r\u202e'
    const detail = `expected ${secret}${noise}${'x'.repeat(5_000)}`
    const identifier = { type: 'dns', value: `a.test${noise}` }
    const message = explain(acme('unauthorized', { detail, identifier }))[0]?.message ?? ''
    expect(message).toContain('for a.test')
    expect(message).not.toContain(secret)
    expect(message).not.toMatch(/[\p{Cc}\u202e]/u)
    expect(message.length).toBeLessThan(900)
  })

  it('says nothing of an unknown error’s text, which could quote a key', () => {
    const [first] = explainProblem(new Error('bad key MIGHsecret'), ['a.test'], 'ca.example')
    expect(JSON.stringify(first)).not.toContain('MIGH')
  })
})
