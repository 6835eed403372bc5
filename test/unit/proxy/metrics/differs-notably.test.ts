import { expect, test } from 'vitest'
import { differsNotably } from '#proxy/metrics/differs-notably.ts'

test.each([
  ['what was estimated', 10_000, true, false],
  ['2 % more', 10_200, true, false],
  ['over 2 % more', 10_201, true, true],
  ['over 2 % less', 9_799, true, true],
  ['less than “at most”', 5_000, false, false],
  ['over 2 % more than “at most”', 10_201, false, true],
])('%s', (_, charged, exact, isNotable) => {
  expect(differsNotably({ reserved: 10_000, charged, exact })).toBe(isNotable)
})
