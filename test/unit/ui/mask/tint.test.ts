import { expect, test } from 'vitest'
import { tint } from '#ui/mask/tint.ts'

/** Coverage of a 20 × 10 picture, as a canvas tells it. */
function coverage(at: (x: number, y: number) => number): ImageData {
  const [width, height] = [20, 10]
  const data = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < width * height; i += 1) data[i * 4 + 3] = at(i % width, Math.floor(i / width))
  return { data, width, height, colorSpace: 'srgb' }
}
const alphaAt = ({ data, width }: ImageData, x: number, y: number): number => data[(y * width + x) * 4 + 3] ?? -1
const redAt = ({ data, width }: ImageData, x: number, y: number): number => data[(y * width + x) * 4] ?? -1

test('what counts is tinted from half coverage on; the rest of the picture is left alone', () => {
  const shown = coverage((x) => (x < 10 ? 128 : 127))
  tint(shown)
  expect(alphaAt(shown, 3, 5)).toBeGreaterThan(50)
  expect(alphaAt(shown, 15, 5)).toBe(0)
})

test('the edge is a light line inside and a dark line outside, and the tint is hatched', () => {
  const shown = coverage((x) => (x < 10 ? 255 : 0))
  tint(shown)
  expect([redAt(shown, 9, 5), alphaAt(shown, 9, 5)]).toEqual([255, 255])
  expect(redAt(shown, 10, 5)).toBeLessThan(60)
  expect(alphaAt(shown, 10, 5)).toBe(255)
  const across = new Set(Array.from({ length: 8 }, (_, x) => alphaAt(shown, x, 5)))
  expect(across.size).toBe(2)
})

test('the border of the picture is no edge', () => {
  const shown = coverage(() => 255)
  tint(shown)
  expect(alphaAt(shown, 0, 0)).toBeLessThan(255)
})
