import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inputImageTokens } from '#domain/pricing.ts'
import { referenceExtent } from '#proxy/pixels/reference-extent.ts'

const edge = fc.integer({ min: 1, max: 10_000 })
const shape = fc
  .record({ width: edge, height: edge })
  .filter(({ width, height }) => width <= 3 * height && height <= 3 * width)

it('makes a reference no larger than it is read, for the same price', () => {
  fc.assert(
    fc.property(shape, (picture) => {
      const kept = referenceExtent(picture)
      expect(inputImageTokens(kept)).toBe(inputImageTokens(picture))
      expect(kept.width * kept.height).toBeLessThan(1536 * 32 * 32 * 1.25)
      expect(kept.width).toBeLessThanOrEqual(picture.width)
      expect(Math.abs(kept.width * picture.height - kept.height * picture.width)).toBeLessThanOrEqual(
        Math.max(picture.width, picture.height),
      )
      expect(referenceExtent(kept)).toEqual(kept)
    }),
  )
})

it.each([
  [
    { width: 1254, height: 1254 },
    { width: 1254, height: 1254 },
  ],
  [
    { width: 2048, height: 2048 },
    { width: 1248, height: 1248 },
  ],
  [
    { width: 6000, height: 4000 },
    { width: 1536, height: 1024 },
  ],
  [
    { width: 3840, height: 2160 },
    { width: 1656, height: 932 },
  ],
  [
    { width: 5000, height: 100 },
    { width: 3840, height: 77 },
  ],
])('%o is kept as %o', (picture, kept) => expect(referenceExtent(picture)).toEqual(kept))
