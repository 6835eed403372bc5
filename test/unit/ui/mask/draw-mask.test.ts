import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DrawOp } from '#contract/draw-op.ts'
import { type Affine, apply, invert } from '#domain/affine.ts'
import { nodeEasel } from '#support/node-easel.ts'
import { coverageOf, fullStrength, solidOf } from '#ui/mask/full-strength.ts'
import type { Pixels } from '#ui/mask/surface.ts'
import type { MaskPart } from '#ui/state/edits/mask-part.ts'
import { covered, drawn, overlap, PICTURE, pixelsIn, same, sum } from './covered.ts'

const { width, height } = PICTURE
const rectangle = (x: number, y: number, w: number, h: number, erase = false): DrawOp => ({
  tool: 'rectangle',
  erase,
  from: { x, y },
  to: { x: x + w, y: y + h },
})
const stroke = (change: Partial<Extract<DrawOp, { tool: 'brush' }>> = {}): DrawOp => ({
  tool: 'brush',
  erase: false,
  size: 60,
  hardness: 1,
  points: [
    { x: 100, y: 80, pressure: 1 },
    { x: 300, y: 220, pressure: 1 },
  ],
  ...change,
})
const inverted: DrawOp = { tool: 'invert' }

/** Whether a point is at most `reach` from the sample stroke. */
function nearStroke(x: number, y: number, reach: number): boolean {
  const [dx, dy] = [200, 140]
  const along = Math.min(1, Math.max(0, ((x - 100) * dx + (y - 80) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - 100 - along * dx, y - 80 - along * dy) <= reach
}

describe('by hand', () => {
  test('a hard brush covers all that is within its radius of the line, and nothing else', () => {
    expect(
      overlap(
        covered([drawn(stroke())]),
        pixelsIn((x, y) => nearStroke(x, y, 30)),
      ),
    ).toBeGreaterThan(0.99)
  })

  test('a stroke over itself and back has no holes', () => {
    const there = { x: 100, y: 80, pressure: 1 }
    const back = { x: 300, y: 220, pressure: 1 }
    const twice = covered([drawn(stroke({ points: [there, back, there, back, there] }))])
    expect(overlap(twice, covered([drawn(stroke())]))).toBeGreaterThan(0.999)
  })

  test.each([0, 0.5, 0.8])('a brush of hardness %f counts to half its fall', (hardness) => {
    const reach = 30 * (1 - (1 - hardness) / 2)
    const soft = covered([drawn(stroke({ hardness }))])
    expect(
      overlap(
        soft,
        pixelsIn((x, y) => nearStroke(x, y, reach)),
      ),
    ).toBeGreaterThan(0.97)
    expect(sum(soft)).toBeLessThan(sum(covered([drawn(stroke())])))
  })

  test('going over a soft edge again widens it, within the brush', () => {
    const soft = stroke({ hardness: 0 })
    const [once, twice] = [covered([drawn(soft)]), covered([drawn(soft, soft)])]
    expect(sum(twice)).toBeGreaterThan(sum(once) * 1.1)
    expect(sum(twice)).toBeLessThan(sum(covered([drawn(stroke())])))
  })

  test('a light touch of a pen draws a thinner line', () => {
    const light = [
      { x: 100, y: 80, pressure: 0.1 },
      { x: 300, y: 220, pressure: 0.1 },
    ]
    expect(sum(covered([drawn(stroke({ points: light }))]))).toBeLessThan(sum(covered([drawn(stroke())])) / 2)
  })

  test('a rectangle drawn backwards is the same one', () => {
    const backwards: DrawOp = { tool: 'rectangle', erase: false, from: { x: 90, y: 70 }, to: { x: 40, y: 20 } }
    expect(same(covered([drawn(backwards)]), covered([drawn(rectangle(40, 20, 50, 50))]))).toBe(true)
    expect(sum(covered([drawn(backwards)]))).toBe(2_500)
  })

  test('a lasso covers what it goes round', () => {
    const points = [
      { x: 50, y: 50 },
      { x: 250, y: 50 },
      { x: 50, y: 250 },
    ]
    const inside = pixelsIn((x, y) => x >= 50 && y >= 50 && x + y <= 300)
    expect(overlap(covered([drawn({ tool: 'lasso', erase: false, points })]), inside)).toBeGreaterThan(0.99)
  })

  test('erasing takes away, inverting turns all of it round, clearing takes back what was drawn', () => {
    expect(sum(covered([drawn(rectangle(0, 0, 100, 100), rectangle(0, 0, 100, 50, true))]))).toBe(5_000)
    expect(sum(covered([drawn(rectangle(0, 0, 100, 100), inverted)]))).toBe(width * height - 10_000)
    expect(sum(covered([drawn(rectangle(0, 0, 100, 100), inverted, { tool: 'clear' }, rectangle(0, 0, 10, 10))]))).toBe(
      100,
    )
  })

  test('nothing lies outside the picture', () => {
    const view: Affine = [0.5, 0, 0, 0.5, 50, 25]
    const all = covered([drawn(inverted)], { view })
    expect(sum(all)).toBe(200 * 150)
  })

  const op = fc.oneof(
    fc.constant(inverted),
    fc
      .tuple(fc.nat(300), fc.nat(200), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }), fc.boolean())
      .map(([x, y, w, h, erase]) => rectangle(x, y, w, h, erase)),
  )
  test('inverting twice changes nothing, and what is drawn afterwards is added to what is seen', () => {
    fc.assert(
      fc.property(fc.array(op, { maxLength: 5 }), (ops) => {
        const before = covered([drawn(...ops)])
        expect(same(covered([drawn(...ops, inverted, inverted)]), before)).toBe(true)
        const more = covered([drawn(...ops, inverted, rectangle(10, 10, 50, 50))])
        expect(more[30 * width + 30]).toBe(1)
      }),
      { numRuns: 12 },
    )
  })
})

describe('from layers', () => {
  /** A 200 × 120 rectangle of an exported layer, turned by 30°, flipped and made smaller. */
  const [sine, cosine] = [Math.sin(Math.PI / 6), Math.cos(Math.PI / 6)]
  const toPicture: Affine = [-cosine * 0.8, -sine * 0.8, -sine * 0.8, cosine * 0.8, 300, 150]
  const layer = (shape: string, transform = toPicture) => ({
    nodeId: '1:9',
    name: 'Shape',
    shape,
    toPicture: transform,
    width: 1,
    height: 1,
  })
  const layers = (side: 'inside' | 'outside', ...all: ReturnType<typeof layer>[]): MaskPart => ({
    key: 2,
    kind: 'layers',
    layers: all,
    side,
  })
  function filled(w: number, h: number, alpha = 1): Pixels {
    const surface = nodeEasel.createSurface(w, h)
    surface.context.globalAlpha = alpha
    surface.context.fillRect(0, 0, w, h)
    return surface
  }
  const shapes = new Map([
    ['a', filled(200, 120)],
    ['b', filled(60, 60)],
  ])
  const back = invert(toPicture)
  const analytic = pixelsIn((x, y) => {
    const place = back && apply(back, { x, y })
    return place !== null && place.x >= 0 && place.x <= 200 && place.y >= 0 && place.y <= 120
  })

  test('a turned and flipped layer covers its analytic shape', () => {
    expect(overlap(covered([layers('inside', layer('a'))], { shapes }), analytic)).toBeGreaterThan(0.995)
  })

  test('all except two layers is outside of both', () => {
    const second = layer('b', [1, 0, 0, 1, 10, 10])
    const both = sum(covered([layers('inside', layer('a'), second)], { shapes }))
    expect(sum(covered([layers('outside', layer('a'), second)], { shapes }))).toBe(width * height - both)
  })

  test('parts are added in their order: what is erased by hand stays erased', () => {
    const parts = [layers('outside', layer('a')), drawn(rectangle(0, 0, width, 20, true))]
    expect(sum(covered(parts, { shapes }).subarray(0, width * 20))).toBe(0)
  })

  test('a see-through layer counts as the same layer when it is opaque', () => {
    const faint = new Map([['a', fullStrength(filled(200, 120, 0.2), nodeEasel)]])
    expect(overlap(covered([layers('inside', layer('a'))], { shapes: faint }), analytic)).toBeGreaterThan(0.995)
  })

  test('a mask from before is where its alpha is 0', () => {
    const kept = nodeEasel.createSurface(width, height)
    kept.context.fillRect(0, 0, width, height)
    kept.context.clearRect(20, 30, 50, 40)
    const saved = new Map([['m', coverageOf(kept, nodeEasel)]])
    const part: MaskPart = { key: 3, kind: 'saved', imageId: 'm', side: 'inside' }
    expect(same(covered([part], { shapes: saved }), covered([drawn(rectangle(20, 30, 50, 40))]))).toBe(true)
  })

  test('a see-through subject is protected where it is strongest, a soft edge nowhere', () => {
    const soft = nodeEasel.createSurface(width, height)
    soft.context.globalAlpha = 0.5
    soft.context.fillRect(50, 50, 100, 100)
    soft.context.globalAlpha = 0.4
    soft.context.fillRect(150, 50, 10, 100)
    const solid = new Map([['alpha outside', solidOf(soft, nodeEasel)]])
    const part: MaskPart = { key: 4, kind: 'alpha', side: 'outside' }
    expect(same(covered([part], { shapes: solid }), covered([drawn(rectangle(50, 50, 100, 100), inverted)]))).toBe(true)
  })

  test('a layer whose pixels are not here says nothing, on neither side', () => {
    expect(sum(covered([layers('outside', layer('gone'))], { shapes }))).toBe(0)
  })
})
