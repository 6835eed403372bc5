import { expect, test } from 'vitest'
import { foregroundSchema } from '#domain/edits/foreground.ts'

test('a layer that reaches four frames to each side counts, also in a layer that covers only most of the frame', () => {
  const [from, length, covered] = [-4, 9, 0.8]
  const [start, span] = [(from - 0.2) / covered, length / covered]
  const box = { x: start, y: from, width: span, height: length }
  expect(foregroundSchema.parse({ name: '', box }).box).toEqual(box)
})
