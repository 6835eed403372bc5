import type { Pixels } from './pixels.ts'
import { type Cut, placeOf } from './places.ts'

/** A copy of the decoded original on its canvas, every byte as it was; what it does not cover is 0. */
export function onCanvas(own: Pixels, cut: Cut): Pixels {
  const { width, height } = cut.canvas
  const { channels } = own
  if (own.width === width && own.height === height) return { ...own, data: new Uint8Array(own.data) }
  const data = new Uint8Array(width * height * channels)
  const { x, y } = placeOf(cut)
  const rowBytes = own.width * channels
  for (let row = 0; row < own.height; row++) {
    data.set(own.data.subarray(row * rowBytes, (row + 1) * rowBytes), ((y + row) * width + x) * channels)
  }
  return { data, width, height, channels }
}
