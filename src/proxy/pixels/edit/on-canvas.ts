import { inBands } from '../in-bands.ts'
import type { Pixels } from './pixels.ts'
import { type Cut, placeOf } from './places.ts'

/** A copy of the decoded original on its canvas, every byte as it was; what it does not cover is 0. */
export async function onCanvas(own: Pixels, cut: Cut): Promise<Pixels> {
  const { width, height } = cut.canvas
  const { channels } = own
  const data = new Uint8Array(width * height * channels)
  const { x, y } = placeOf(cut)
  const rowBytes = own.width * channels
  await inBands(own, (first, end) => {
    for (let row = first; row < end; row++) {
      data.set(own.data.subarray(row * rowBytes, (row + 1) * rowBytes), ((y + row) * width + x) * channels)
    }
  })
  return { data, width, height, channels }
}
