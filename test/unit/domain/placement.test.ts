import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverTransform } from '#domain/placement.ts'

const side = fc.integer({ min: 1, max: 5000 })
const size = fc.record({ width: side, height: side })

describe('coverTransform', () => {
  test('crops the sides of an image that is too wide', () => {
    expect(coverTransform({ width: 2000, height: 1000 }, { width: 100, height: 100 })).toEqual([
      [0.5, 0, 0.25],
      [0, 1, 0],
    ])
  })

  test('fills the node, centred, inside the image, without distortion', () => {
    fc.assert(
      fc.property(size, size, (image, node) => {
        const [[w, , x], [, h, y]] = coverTransform(image, node)
        expect(x + w / 2).toBeCloseTo(0.5)
        expect(y + h / 2).toBeCloseTo(0.5)
        expect(x).toBeGreaterThanOrEqual(0)
        expect(y).toBeGreaterThanOrEqual(0)
        expect((w * image.width) / (h * image.height) / (node.width / node.height)).toBeCloseTo(1)
        expect(Math.max(w, h)).toBeCloseTo(1)
      }),
    )
  })
})
