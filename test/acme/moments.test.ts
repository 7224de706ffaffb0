import { describe, expect, it } from 'vitest'
import { joinId } from '../../src/acme/ari.ts'
import { nextTry } from '../../src/acme/backoff.ts'
import { chooseMoment, planRenewal } from '../../src/acme/renewal.ts'
import { retryAfter } from '../../src/acme/retry-after.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const start = Date.UTC(2026, 10, 1)

/** A generation whose certificate holds that long from `start`. */
function generation(length: number, issuedAt = start) {
  const dates = { notBefore: new Date(start), notAfter: new Date(start + length) }
  return {
    id: 'this',
    certificate: { names: ['a.test'], key: '', chain: '', ...dates },
    facts: { directory: '', account: '', order: '', issuedAt },
  }
}

describe('the moment of renewal', () => {
  it.each([
    ['90 days', 90 * day, 60 * day],
    ['45 days', 45 * day, 30 * day],
    ['10 days', 10 * day, (20 / 3) * day],
    ['160 hours', 160 * hour, 80 * hour],
    ['2 minutes', 2 * minute, minute],
  ])('is a fraction of the lifetime: %s', (_, length, after) => {
    const { at, why } = planRenewal(generation(length), undefined, start)
    expect(at).toBeCloseTo(start + after, -1)
    expect(why).toBe('lifetime')
  })

  it('is the CA’s choice where it made one, but never in the last 5 %', () => {
    const plan = (moment: number) => ({
      generation: 'this',
      nextAsk: 0,
      moment,
      explanation: 'https://ca.example/',
    })
    const at = (moment: number) => planRenewal(generation(100 * day), plan(moment), start + hour).at
    expect(at(start + 20 * day)).toBe(start + 20 * day)
    expect(at(start + 99 * day)).toBe(start + 95 * day)
    expect(at(start + 900 * day)).toBe(start + 95 * day)
    expect(planRenewal(generation(100 * day), plan(start), start)).toMatchObject({
      why: 'suggested',
      explanation: 'https://ca.example/',
    })
  })

  it('is not what the CA said of another certificate', () => {
    const plan = { generation: 'other', nextAsk: 0, moment: start }
    expect(planRenewal(generation(90 * day), plan, start).why).toBe('lifetime')
  })

  it('keeps a pace where every certificate would be due at once', () => {
    const late = start + 80 * day
    expect(planRenewal(generation(90 * day, late), undefined, late).at).toBe(late + 4.5 * day)
    const past = { generation: 'this', nextAsk: 0, moment: start - day }
    expect(planRenewal(generation(90 * day), past, start).at).toBe(start + 0.09 * day)
  })

  it('forgets the pace where the clock was ahead and is right again', () => {
    const ahead = generation(90 * day, start + 85 * day)
    expect(planRenewal(ahead, undefined, start + day).at).toBe(start + 60 * day)
  })

  it('is chosen evenly inside the window, once, and again when the window changes', () => {
    const info = { window: { start: 1_000, end: 2_000 }, askAfter: 0 }
    expect(chooseMoment(info, undefined, () => 0).moment).toBe(1_000)
    const chosen = chooseMoment(info, undefined, () => 0.25)
    expect(chosen.moment).toBe(1_250)
    const before = { generation: 'this', nextAsk: 0, ...chosen }
    expect(chooseMoment(info, before, () => 0.75).moment).toBe(1_250)
    const moved = { ...info, window: { start: 1_000, end: 3_000 } }
    expect(chooseMoment(moved, before, () => 0.75).moment).toBe(2_500)
  })
})

describe('the identifier of a certificate in renewal information', () => {
  const keyId = '69885b6b87464041e1b37b847ba0ae2cde01c8d4'

  it('is that of RFC 9773 §4.1, the leading 00 of the serial kept', () => {
    expect(joinId(keyId, '87654321')).toBe('aYhba4dGQEHhs3uEe6CuLN4ByNQ.AIdlQyE')
  })

  it('has whole bytes where the serial has an odd number of digits', () => {
    expect(joinId(keyId, '7654321')).toBe(
      `aYhba4dGQEHhs3uEe6CuLN4ByNQ.${Buffer.from('07654321', 'hex').toString('base64url')}`,
    )
  })
})

describe('the next try', () => {
  const after = (failures: number, rest: Partial<Parameters<typeof nextTry>[0]> = {}) =>
    nextTry({ failures, retryAfter: undefined, held: undefined, now: start, ...rest }) - start

  it('comes after 1, 10, 100 minutes, then daily', () => {
    expect([1, 2, 3, 4, 5, 50].map((failures) => after(failures))).toEqual(
      [1, 10, 100, 1440, 1440, 1440].map((minutes) => minutes * minute),
    )
  })

  it('obeys the CA where that asks for more, and not for less', () => {
    expect(after(1, { retryAfter: 34 * hour })).toBe(34 * hour)
    expect(after(2, { retryAfter: 1_000 })).toBe(10 * minute)
  })

  it('comes within a tenth of what is left of a short-lived certificate', () => {
    const { certificate } = generation(160 * hour)
    expect(after(9, { held: certificate, now: start }) / hour).toBe(16)
    const now = start + 150 * hour
    expect(nextTry({ failures: 9, retryAfter: undefined, held: certificate, now }) - now).toBe(hour)
    const end = start + 160 * hour - 1_000
    expect(nextTry({ failures: 9, retryAfter: undefined, held: certificate, now: end }) - end).toBe(minute)
  })

  it('stays daily for a long-lived one', () => {
    expect(after(9, { held: generation(45 * day).certificate })).toBe(day)
  })
})

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [new Date(start + 90_000).toUTCString(), 90_000],
    [new Date(start - 90_000).toUTCString(), 0],
    ['99999999999', 7 * day],
    ['soon', undefined],
    [undefined, undefined],
  ])('%s', (header, expected) => {
    expect(retryAfter(header, start)).toBe(expected)
  })
})
