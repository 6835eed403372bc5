import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBalance, formatExactUsd, formatPrice, microDollarsSchema, parseUsd } from '#domain/money.ts'

const amount = fc.integer({ min: 0, max: 10 ** 13 - 1 })
const read = (text: string): number => Math.round(Number(text.replace('$', '')) * 1_000_000)

describe('formatPrice', () => {
  it.each([
    [0, '$0.00'],
    [1, '$0.000001'],
    [1_620, '$0.00162'],
    [4_743, '$0.00475'],
    [38_165, '$0.0382'],
    [50_000, '$0.05'],
    [99_990, '$0.10'],
    [210_720, '$0.211'],
    [999_001, '$1.00'],
    [1_250_000, '$1.25'],
    [1_250_001, '$1.26'],
    [123_456_789, '$123.46'],
  ])('%i reads %s', (micro, text) => {
    expect(formatPrice(micro)).toBe(text)
  })

  it('is never below what is reserved, and at most 1 % above', () => {
    const check = fc.property(amount, (micro) => {
      const shown = read(formatPrice(micro))
      expect(shown).toBeGreaterThanOrEqual(micro)
      expect(shown).toBeLessThanOrEqual(micro * 1.01)
    })
    fc.assert(check, { numRuns: 2_000 })
  })
})

describe('formatBalance', () => {
  it.each([
    [0, '$0.00'],
    [38_165, '$0.0381'],
    [999_999, '$0.999'],
    [1_259_999, '$1.25'],
    [25_000_000, '$25.00'],
    [-4_741, '-$0.00475'],
    [-1_500_001, '-$1.51'],
  ])('%i reads %s', (micro, text) => {
    expect(formatBalance(micro)).toBe(text)
  })

  it('is never above what there is, and never nothing for something', () => {
    const check = fc.property(amount, (micro) => {
      const shown = read(formatBalance(micro))
      expect(shown).toBeLessThanOrEqual(micro)
      expect(shown).toBeGreaterThanOrEqual(micro * 0.99)
    })
    fc.assert(check, { numRuns: 2_000 })
  })
})

describe('microDollarsSchema', () => {
  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '5'])('refuses %s', (value) => {
    expect(microDollarsSchema.safeParse(value).success).toBe(false)
  })
})

it.each([
  [38_165, '$0.038165'],
  [38_465, '$0.038465'],
  [1_250_000, '$1.25'],
  [25_000_000, '$25.00'],
])('formatExactUsd writes %i to the last digit', (micro, text) => {
  expect(formatExactUsd(micro)).toBe(text)
})

describe('parseUsd', () => {
  it('reads every amount that can be written, to the micro-dollar', () => {
    fc.assert(fc.property(amount, (micro) => parseUsd(formatExactUsd(micro).slice(1)) === micro))
  })

  it.each(['', '-1', '+1', '1.2345678', '1.', '.5', '1e3', 'NaN', 'Infinity', '0x10', '1,000', '$5', ' 5', '12345678'])(
    'refuses “%s”',
    (text) => {
      expect(parseUsd(text)).toBeNull()
    },
  )
})
