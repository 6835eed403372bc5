import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apply } from '#domain/affine.ts'
import { affineOf, fitView, panView, toPicture, zoomView } from '#ui/mask/view.ts'
import { brushToSlider, nextBrush, sliderToBrush } from '#ui/state/edits/brush-scale.ts'

const extent = fc.record({ width: fc.integer({ min: 1, max: 8_000 }), height: fc.integer({ min: 1, max: 8_000 }) })
const room = { width: 360, height: 480 }

test('at first the whole picture is seen', () => {
  fc.assert(
    fc.property(extent, (picture) => {
      const { scale, x, y } = fitView(picture, room)
      expect(x).toBeGreaterThanOrEqual(0)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(x + picture.width * scale).toBeLessThanOrEqual(room.width + 1e-6)
      expect(y + picture.height * scale).toBeLessThanOrEqual(room.height + 1e-6)
    }),
  )
})

test('zooming keeps what is at the pointer', () => {
  const picture = { width: 3_000, height: 2_000 }
  const at = { x: 200, y: 260 }
  fc.assert(
    fc.property(fc.double({ min: 0.8, max: 4, noNaN: true }), (by) => {
      const view = fitView(picture, room)
      const before = toPicture(view, at)
      const after = toPicture(zoomView(view, by, at, { picture, room }), at)
      expect(after.x).toBeCloseTo(before.x, 6)
      expect(after.y).toBeCloseTo(before.y, 6)
    }),
  )
})

test('wherever it is moved, some of the picture stays in sight', () => {
  fc.assert(
    fc.property(extent, fc.integer({ min: -1e5, max: 1e5 }), fc.integer({ min: -1e5, max: 1e5 }), (picture, x, y) => {
      const view = panView(fitView(picture, room), { x, y }, { picture, room })
      expect(view.x).toBeLessThan(room.width)
      expect(view.x + picture.width * view.scale).toBeGreaterThan(0)
      expect(view.y).toBeLessThan(room.height)
      expect(view.y + picture.height * view.scale).toBeGreaterThan(0)
    }),
  )
})

test('what is drawn at a point shows at that point, on any screen', () => {
  const view = { scale: 0.37, x: 21, y: -48 }
  const place = toPicture(view, { x: 100, y: 200 })
  const shown = apply(affineOf(view, 2), place)
  expect(shown.x).toBeCloseTo(200, 6)
  expect(shown.y).toBeCloseTo(400, 6)
})

test('every step makes another brush, up to half the picture and down to a pixel', () => {
  const picture = { width: 4_096, height: 2_731 }
  let size = 1
  for (let next = nextBrush(size, 1, picture); next !== size; next = nextBrush(size, 1, picture)) {
    expect(next).toBeGreaterThan(size)
    expect(sliderToBrush(brushToSlider(next, picture), picture) / next).toBeCloseTo(1, 0)
    size = next
  }
  expect(size).toBe(2_048)
  while (size > 1) size = nextBrush(size, -1, picture)
  expect(nextBrush(1, -1, picture)).toBe(1)
})
