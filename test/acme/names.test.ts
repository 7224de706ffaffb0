import { describe, expect, it } from 'vitest'
import { certificateNames } from '../../src/acme/certificate-names.ts'
import { createCertificates, directoryUrl } from '../../src/acme/index.ts'
import { silentLog } from '../../src/base/log.ts'
import { SiteError } from '../../src/base/site-error.ts'

const codeOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error instanceof SiteError ? error.code : error
  }
  return undefined
}

describe('the names of a certificate', () => {
  it('become A-labels in lower case, each once', () => {
    const names = ['Example.ORG', 'example.org.', 'bücher.example', '日本.example']
    expect(certificateNames(names)).toEqual(['example.org', 'xn--bcher-kva.example', 'xn--wgv71a.example'])
  })

  it.each([
    ['*.example.org', 'acme/wildcard'],
    ['192.0.2.1', 'acme/name'],
    ['[2001:db8::1]', 'acme/name'],
    ['127.1', 'acme/name'],
    ['a_b.example', 'acme/name'],
    ['-a.example', 'acme/name'],
    ['a..example', 'acme/name'],
    ['', 'acme/name'],
    ['a b.example', 'acme/name'],
    ['example.org/path', 'acme/name'],
    [`${'a'.repeat(64)}.example`, 'acme/name'],
    [`${'a.'.repeat(127)}example`, 'acme/name'],
  ])('refuses %j', (name, code) => {
    expect(codeOf(() => certificateNames([name]))).toBe(code)
  })

  it('refuses none at all', () => {
    expect(codeOf(() => certificateNames([]))).toBe('acme/name')
  })

  it('refuses a wildcard before anything is written or ordered', () => {
    const options = { directory: 'staging', storage: '/nowhere', webroot: '/nowhere', agreeTos: true }
    const make = () =>
      createCertificates({ ...options, names: ['*.example.org'], clock: Date.now, log: silentLog })
    expect(codeOf(make)).toBe('acme/wildcard')
  })
})

describe('the directory', () => {
  it('is one of Let’s Encrypt’s by name, or a URL', () => {
    expect(directoryUrl('production')).toBe('https://acme-v02.api.letsencrypt.org/directory')
    expect(directoryUrl('staging')).toBe('https://acme-staging-v02.api.letsencrypt.org/directory')
    expect(directoryUrl('https://ca.example/dir')).toBe('https://ca.example/dir')
  })

  it.each(['letsencrypt', 'http://ca.example/dir', ''])('is not %j', (directory) => {
    expect(codeOf(() => directoryUrl(directory))).toBe('acme/directory')
  })
})
