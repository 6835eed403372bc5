import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCanvas, toScreen, zoomAt, zoomToFit } from '#playground/page/camera.ts'
import { openScene } from '#support/open-scene.ts'

const open = async () => {
  const children = [{ type: 'FRAME', name: 'Wide', x: 100, y: 50, width: 2000, height: 500 } as const]
  const { host } = await openScene({ name: 'Camera', pages: [{ name: 'Page', children }] })
  host.setViewport({ width: 1000, height: 800 })
  return host
}

test('zooming keeps the point under the pointer where it is', async () => {
  const host = await open()
  const pixel = fc.integer({ min: 0, max: 800 })
  fc.assert(
    fc.property(pixel, pixel, fc.double({ min: 0.2, max: 5, noNaN: true }), (x, y, factor) => {
      const before = toCanvas(host.viewport, { x, y })
      zoomAt(host, factor, { x, y })
      const after = toScreen(host.viewport, before)
      expect(after.x).toBeCloseTo(x, 3)
      expect(after.y).toBeCloseTo(y, 3)
    }),
  )
})

test('fitting puts everything into the part of the window that is free', async () => {
  const host = await open()
  zoomToFit(host, [], 400)
  const left = toScreen(host.viewport, { x: 100, y: 50 })
  const right = toScreen(host.viewport, { x: 2100, y: 550 })
  expect(left.x).toBeGreaterThanOrEqual(0)
  expect(right.x).toBeLessThanOrEqual(600)
  expect((left.x + right.x) / 2).toBeCloseTo(300, 3)
  expect((left.y + right.y) / 2).toBeCloseTo(400, 3)
})
