import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandBy, sidesOf } from '#domain/edits/expand-by.ts'
import { expandTo } from '#domain/edits/expand-to.ts'

const extent = (most: number) =>
  fc.record({ width: fc.integer({ min: 1, max: most }), height: fc.integer({ min: 1, max: most }) })

describe('expandTo', () => {
  it.each([
    [{ width: 1000, height: 1000 }, { width: 16, height: 9 }, { x: 0.5, y: 0.5 }, [1778, 1000, 389, 0]],
    [{ width: 1000, height: 1000 }, { width: 1080, height: 1920 }, { x: 0.5, y: 1 }, [1000, 1778, 0, 778]],
    [{ width: 1600, height: 900 }, { width: 1, height: 1 }, { x: 0, y: 0 }, [1600, 1600, 0, 0]],
    [{ width: 1600, height: 900 }, { width: 320, height: 180 }, { x: 0.5, y: 0.5 }, [1600, 900, 0, 0]],
  ])('%j to %j at %j', (original, ratio, anchor, [width, height, x, y]) => {
    expect(expandTo(original, ratio, anchor)).toEqual({ canvas: { width, height }, at: { x, y } })
  })

  it('keeps the original whole, inside, unscaled, and meets the ratio within one pixel', () => {
    const anchor = fc.record({
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(extent(8000), extent(4000), anchor, (original, ratio, where) => {
        const { canvas, at } = expandTo(original, ratio, where)
        expect([canvas.width, canvas.height, at.x, at.y].every(Number.isInteger)).toBe(true)
        expect(Math.min(at.x, at.y)).toBeGreaterThanOrEqual(0)
        expect(at.x + original.width).toBeLessThanOrEqual(canvas.width)
        expect(at.y + original.height).toBeLessThanOrEqual(canvas.height)
        const off = Math.min(
          Math.abs(canvas.width - (canvas.height * ratio.width) / ratio.height),
          Math.abs(canvas.height - (canvas.width * ratio.height) / ratio.width),
        )
        expect(off).toBeLessThanOrEqual(1)
        expect(canvas.width === original.width || canvas.height === original.height).toBe(true)
      }),
    )
  })
})

describe('expandBy', () => {
  const original = { width: 600, height: 400 }

  it('adds pixels on the sides that were chosen, and on no other', () => {
    expect(expandBy(original, { left: 100.4, bottom: 20 })).toEqual({
      canvas: { width: 700, height: 420 },
      at: { x: 100, y: 0 },
    })
    expect(expandBy(original, {})).toEqual({ canvas: original, at: { x: 0, y: 0 } })
    expect(expandBy(original, { top: -50 }).canvas).toEqual(original)
  })

  it('adds shares of the original’s own edges', () => {
    expect(expandBy(original, sidesOf(original, { left: 0.25, top: 0.5 }))).toEqual({
      canvas: { width: 750, height: 600 },
      at: { x: 150, y: 200 },
    })
  })
})
