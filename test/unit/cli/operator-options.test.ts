import { describe, expect, test } from 'vitest'
import { parseAmount, parseAmountOrNone } from '#cli/parse-amount.ts'
import { parseCredits } from '#cli/parse-credits.ts'
import { parseMemberName } from '#cli/parse-member-name.ts'
import { parsePeriod } from '#cli/parse-period.ts'
import { UsageError } from '#cli/usage-error.ts'

describe('parseAmount', () => {
  test.each([
    ['25', 25_000_000],
    ['12.50', 12_500_000],
    ['0.000001', 1],
    ['0.1', 100_000],
    ['9999999.999999', 9_999_999_999_999],
  ])('reads %s to the last digit', (text, micro) => {
    expect(parseAmount('--budget', text)).toBe(micro)
  })

  test.each([undefined, '', 'NaN', '-1', '1.2345678', '1e3', '$5', 'none'])('refuses %s', (text) => {
    expect(() => parseAmount('--budget', text)).toThrow(UsageError)
  })

  test('none is no limit, where there may be none', () => {
    expect([parseAmountOrNone('--budget', 'none'), parseAmountOrNone('--budget', '2')]).toEqual([null, 2_000_000])
  })
})

test('parsePeriod takes one of the two or neither', () => {
  expect(parsePeriod({ monthly: true, total: false })).toBe(true)
  expect(parsePeriod({ monthly: false, total: true })).toBe(false)
  expect(parsePeriod({ monthly: false, total: false })).toBeUndefined()
  expect(() => parsePeriod({ monthly: true, total: true })).toThrow(UsageError)
})

describe('parseMemberName', () => {
  test('takes one name as it is', () => {
    expect(parseMemberName('members add', ['Žofie O’Neil'])).toBe('Žofie O’Neil')
  })

  test.each([[[]], [['']], [[' anna']], [['a', 'b']], [['a\nb']], [['x'.repeat(61)]]])('refuses %j', (names) => {
    expect(() => parseMemberName('members add', names)).toThrow(UsageError)
  })
})

describe('parseCredits', () => {
  test.each([
    ['none', null],
    ['default', { '1K': 6, '2K': 12, '4K': 20 }],
    ['1k=1, 4K=5,2K=3', { '1K': 1, '2K': 3, '4K': 5 }],
  ])('reads %s', (text, table) => {
    expect(parseCredits(text)).toEqual(table)
  })

  test.each([
    '',
    '1K=1,2K=2',
    '1K=0,2K=1,4K=1',
    '1K=1,1K=2,2K=2,4K=3',
    '1K=1,2K=2,8K=3',
    '1K=1.5,2K=2,4K=3',
    '6,12,20',
  ])('refuses “%s”', (text) => {
    expect(() => parseCredits(text)).toThrow(UsageError)
  })
})
