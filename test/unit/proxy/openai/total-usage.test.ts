import { array, assert, constantFrom, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { totalUsage } from '#proxy/engines/openai/total-usage.ts'

const usage = (outputTokens: number) => ({ inputTextTokens: 20, inputImageTokens: 1024, outputTokens })
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const equalPictures = (tokens: number) =>
  array(integer({ min: -1, max: 0 }), { minLength: 1, maxLength: 10 }).map((less) =>
    less.map((token) => tokens + token),
  )
const pictures = integer({ min: 54, max: 24_000 }).chain(equalPictures)

it('adds the counts of single pictures, and the input once', () => {
  assert(
    property(pictures, (outputs) => {
      expect(totalUsage(outputs.map(usage))).toEqual(usage(sum(outputs)))
    }),
  )
})

it('adds the counts of single pictures that had unequal numbers of partial ones', () => {
  assert(
    property(constantFrom(107, 947, 3787), array(integer({ min: 0, max: 3 }), { minLength: 2 }), (tokens, partials) => {
      const outputs = partials.map((count) => tokens + 100 * count)
      expect(totalUsage(outputs.map(usage))).toEqual(usage(sum(outputs)))
    }),
  )
})

it('takes the last of counts that run on', () => {
  assert(
    property(pictures, (outputs) => {
      const running = outputs.map((_, i) => sum(outputs.slice(0, i + 1)))
      expect(totalUsage(running.map(usage))).toEqual(usage(sum(outputs)))
    }),
  )
})

it('is unknown when one event has no usage, or there is none', () => {
  expect(totalUsage([usage(1000), null])).toBeNull()
  expect(totalUsage([])).toBeNull()
})
