import { expect, test } from 'vitest'
import { SiteError } from '../../src/base/site-error.ts'

test('one diagnostic is an error unless it says otherwise, and is that of the error itself', () => {
  const cause = new Error('why')
  const error = new SiteError(
    { code: 'release/missing', message: 'Cannot serve: nothing is there', hint: 'Build' },
    { cause },
  )
  expect(error).toMatchObject({
    name: 'SiteError',
    code: 'release/missing',
    hint: 'Build',
    place: undefined,
    cause,
  })
  expect(error.diagnostics).toEqual([
    { code: 'release/missing', severity: 'error', message: 'Cannot serve: nothing is there', hint: 'Build' },
  ])
})

test('many diagnostics make one message, and the first is the error’s own', () => {
  const place = { path: 'a.md', line: 1 }
  const error = new SiteError([
    { code: 'matter/syntax', severity: 'error', message: 'Cannot read a.md: x', place },
    { code: 'matter/unclosed', severity: 'warning', message: 'Cannot read b.md: y' },
  ])
  expect(error.message).toBe('Cannot read a.md: x\nCannot read b.md: y')
  expect(error).toMatchObject({ code: 'matter/syntax', place })
  expect(error.diagnostics).toHaveLength(2)
})
