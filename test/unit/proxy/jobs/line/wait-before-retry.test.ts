import fc from 'fast-check'
import { expect, test } from 'vitest'
import { waitBeforeRetry } from '#proxy/jobs/line/wait-before-retry.ts'

const random = fc.double({ min: 0, max: 1, noNaN: true })
const TEN_MINUTES = 600_000

test('waits grow from two seconds to two minutes when the upstream says nothing', () => {
  expect([1, 2, 3, 6, 7, 40].map((tries) => waitBeforeRetry(tries, null, 1))).toEqual([
    2_000, 4_000, 8_000, 64_000, 120_000, 120_000,
  ])
  expect(waitBeforeRetry(3, null, 0)).toBe(4_000)
})

test('never shorter than the upstream asked for, and never absurdly long', () => {
  const asked = fc.double({ min: 0, max: 1e9, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), asked, random, (tries, seconds, luck) => {
      const ms = waitBeforeRetry(tries, seconds, luck)
      expect(ms).toBeGreaterThanOrEqual(Math.min(seconds * 1000, TEN_MINUTES))
      expect(ms).toBeLessThanOrEqual(TEN_MINUTES * 1.1)
    }),
  )
})

test('an upstream that always asks for next to nothing is asked less and less often', () => {
  const waits = [4, 5, 8, 12].map((tries) => waitBeforeRetry(tries, 0.015, 0))
  expect(waits).toEqual([15, 2_000, 16_000, 120_000])
})
