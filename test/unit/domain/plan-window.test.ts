import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planWindow } from '#domain/edits/plan-window.ts'
import { type Extent, isLegalSize, legalSizes } from '#domain/legal-sizes.ts'
import { findModel } from '#domain/models.ts'
import { inputImageTokens, outputTokens } from '#domain/pricing.ts'
import type { Rect } from '#domain/rect.ts'

const model = findModel('gpt-image-2')
const quality = 'medium'
const plan = (canvas: Extent, box: Rect, whole = false) => planWindow({ canvas, box, model, quality, whole })
const boxAt = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height })
const all = ({ width, height }: Extent): Rect => ({ x: 0, y: 0, width, height })
const costOf = (size: Extent) => outputTokens(model, quality, size) * 30 + inputImageTokens(size) * 8

/** A box with so many pixels around it, as far as the canvas has them. */
function grown(box: Rect, margin: number, canvas: Extent): Rect {
  const [x, y] = [Math.max(0, box.x - margin), Math.max(0, box.y - margin)]
  const right = Math.min(canvas.width, box.x + box.width + margin)
  const bottom = Math.min(canvas.height, box.y + box.height + margin)
  return { x, y, width: right - x, height: bottom - y }
}

const holds = (outer: Rect, inner: Rect): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height

/** A canvas from 16 to 9,000 pixels an edge, and a box in it. */
const anyQuestion = fc
  .record({ width: fc.integer({ min: 16, max: 9000 }), height: fc.integer({ min: 16, max: 9000 }) })
  .chain((canvas) =>
    fc
      .record({
        x: fc.integer({ min: 0, max: canvas.width - 1 }),
        y: fc.integer({ min: 0, max: canvas.height - 1 }),
        across: fc.double({ min: 0, max: 1, noNaN: true }),
        along: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ x, y, across, along }) => ({
        canvas,
        box: boxAt(
          x,
          y,
          1 + Math.floor((canvas.width - x - 1) * across),
          1 + Math.floor((canvas.height - y - 1) * along),
        ),
      })),
  )

describe('planWindow', () => {
  it('asks for a legal size, undistorted, of a window that holds what changes with some context', () => {
    fc.assert(
      fc.property(anyQuestion, fc.boolean(), ({ canvas, box }, whole) => {
        const { window, size, scale } = plan(canvas, box, whole)
        expect(isLegalSize(size, model.sizes)).toBe(true)
        expect(holds(window, whole ? all(canvas) : grown(box, 64, canvas))).toBe(true)
        const [across, along] = [size.width / window.width, size.height / window.height]
        expect(scale).toBe(Math.min(across, along))
        expect(Math.max(across, along) / scale).toBeLessThanOrEqual(1.02)
      }),
      { numRuns: 200 },
    )
  })

  it('stays inside the canvas unless what changes is too long there, and shows as much of it as it can', () => {
    fc.assert(
      fc.property(anyQuestion, ({ canvas, box }) => {
        const { window } = plan(canvas, box)
        const least = grown(box, 64, canvas)
        const tooLong = Math.max(least.width / canvas.height, least.height / canvas.width) > 2.9
        const inside = holds(all(canvas), window)
        expect(inside || tooLong).toBe(true)
        const [shownX, shownY] = [Math.min(window.width, canvas.width), Math.min(window.height, canvas.height)]
        expect(
          holds(window, { x: Math.max(0, window.x), y: Math.max(0, window.y), width: shownX, height: shownY }),
        ).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('loses no detail where a legal size can keep it', () => {
    fc.assert(
      fc.property(anyQuestion, ({ canvas, box }) => {
        const { scale } = plan(canvas, box)
        if (scale >= 1) return
        const least = grown(box, 64, canvas)
        const keeps = legalSizes(model.sizes).filter(
          ({ width, height }) =>
            width >= least.width && height >= least.height && width <= canvas.width && height <= canvas.height,
        )
        expect(keeps).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it.each<[Extent, Rect]>([
    [{ width: 3000, height: 2000 }, boxAt(1400, 900, 300, 200)],
    [{ width: 3000, height: 2000 }, boxAt(0, 0, 900, 1900)],
    [{ width: 1024, height: 1024 }, boxAt(500, 500, 40, 40)],
    [{ width: 4096, height: 4096 }, boxAt(3000, 100, 500, 900)],
    [{ width: 900, height: 2500 }, boxAt(100, 2000, 200, 200)],
  ])('of %j with %j it is within 1 % of the cheapest there is', (canvas, box) => {
    const { size, scale } = plan(canvas, box)
    const need = grown(box, Math.ceil(Math.max(64, 0.35 * Math.max(box.width, box.height))), canvas)
    const possible = legalSizes(model.sizes).filter(({ width, height }) => {
      const least = Math.max(1, width / canvas.width, height / canvas.height)
      return width / least >= need.width && height / least >= need.height
    })
    const cheapest = possible.reduce((least, other) => Math.min(least, costOf(other)), Infinity)
    expect(scale).toBeGreaterThanOrEqual(1)
    expect(costOf(size)).toBeLessThanOrEqual(cheapest * 1.01)
  })

  it('cuts pixel for pixel where the canvas is larger than the size', () => {
    fc.assert(
      fc.property(anyQuestion, ({ canvas, box }) => {
        const { window, size, scale } = plan(canvas, box)
        if (scale < 1 || canvas.width < size.width || canvas.height < size.height) return
        expect(window).toMatchObject(size)
      }),
      { numRuns: 200 },
    )
  })

  it('sends a banner as wide as the model can draw, with room above and below', () => {
    const canvas = { width: 8000, height: 600 }
    const { window, size, scale } = plan(canvas, all(canvas), true)
    expect(size).toEqual({ width: 3840, height: 1280 })
    expect(window).toMatchObject({ x: 0, width: 8000 })
    expect(window.y + window.height / 2).toBeCloseTo(300, -1)
    expect(scale).toBeCloseTo(0.48, 2)
    expect(plan(canvas, boxAt(6000, 200, 400, 100)).scale).toBe(1)
  })

  it('gives up context before it gives up detail', () => {
    const canvas = { width: 9000, height: 6700 }
    const box = boxAt(4000, 3000, 1900, 1700)
    expect(plan(canvas, box).scale).toBe(1)
    expect(plan(canvas, boxAt(3000, 2000, 3700, 2100)).scale).toBeLessThan(1)
  })

  it('enlarges what is tiny and shrinks what is huge', () => {
    const tiny = plan({ width: 20, height: 20 }, boxAt(5, 5, 2, 2))
    expect(tiny.window).toEqual(boxAt(0, 0, 20, 20))
    expect(tiny.scale).toBeGreaterThan(40)
    const huge = plan({ width: 9000, height: 6700 }, boxAt(0, 0, 9000, 6700))
    expect(huge.window).toEqual(boxAt(0, 0, 9000, 6700))
    expect(huge.scale).toBeCloseTo(0.37, 2)
    const tall = plan({ width: 600, height: 1800 }, boxAt(100, 900, 300, 300))
    expect(tall.scale).toBeGreaterThanOrEqual(1)
  })

  it('plans while somebody types', () => {
    const questions: [Extent, Rect, boolean][] = [
      [{ width: 3000, height: 2000 }, boxAt(1400, 900, 300, 200), false],
      [{ width: 3000, height: 2000 }, boxAt(1400, 900, 300, 200), true],
      [{ width: 8000, height: 600 }, boxAt(10, 10, 3000, 400), false],
      [{ width: 9000, height: 6700 }, boxAt(0, 0, 9000, 6700), true],
    ]
    for (const [canvas, box, whole] of questions) {
      const times = Array.from({ length: 40 }, () => {
        const started = performance.now()
        plan(canvas, box, whole)
        return performance.now() - started
      })
      expect(Math.min(...times)).toBeLessThan(4)
    }
  })
})
