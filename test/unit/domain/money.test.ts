import { describe, expect, it } from 'vitest'
import { formatExactUsd, formatUsd, microDollarsSchema } from '#domain/money.ts'

describe('formatUsd', () => {
  it.each([
    [0, '$0.00'],
    [1, '$0.000001'],
    [54, '$0.000054'],
    [1620, '$0.0016'],
    [4700, '$0.0047'],
    [4740, '$0.0047'],
    [5999, '$0.006'],
    [9990, '$0.01'],
    [52_680, '$0.053'],
    [50_000, '$0.05'],
    [84_000, '$0.084'],
    [99_990, '$0.10'],
    [100_000, '$0.10'],
    [210_720, '$0.21'],
    [1_250_000, '$1.25'],
    [1_999_999, '$2.00'],
    [123_456_789, '$123.46'],
    [-4700, '-$0.0047'],
    [-1_500_000, '-$1.50'],
  ])('%i reads %s', (micro, text) => {
    expect(formatUsd(micro)).toBe(text)
  })

  it('never shows nothing for something', () => {
    for (let micro = 1; micro < 30_000; micro++) expect(formatUsd(micro)).toMatch(/[1-9]/)
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
