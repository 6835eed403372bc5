import { inBands } from '../in-bands.ts'
import type { ChangingArea } from './changing-area.ts'

/** How far each pixel of an area is from what is protected. */
export interface Distances {
  /** Thirds of a pixel, at most 255: 0 where it is protected, 3 in the first free pixel. Has a rim of one pixel on each side. */
  thirds: Uint8Array
  /** Length of a row, rim included. */
  stride: number
}

/** Sides of an area beyond which nothing is protected: there the picture ends. */
export interface OpenSides {
  left: boolean
  top: boolean
  right: boolean
  bottom: boolean
}

const FAR = 255
/** Thirds of a pixel from one to the next beside it, and across. */
export const STRAIGHT = 3
const DIAGONAL = 4

/** Distances by steps of 3 to the side and 4 across, a few per cent from the true ones. */
export async function distances(area: ChangingArea, open: OpenSides): Promise<Distances> {
  const stride = area.width + 2
  const thirds = start(area, open, stride)
  await inBands(area, (first, end) => {
    for (let y = first; y < end; y++) forward(thirds, (y + 1) * stride, stride)
  })
  await inBands(area, (first, end) => {
    for (let y = first; y < end; y++) backward(thirds, (area.height - y) * stride, stride)
  })
  return { thirds, stride }
}

function start({ width, height, free }: ChangingArea, open: OpenSides, stride: number): Uint8Array {
  const thirds = new Uint8Array(stride * (height + 2)).fill(FAR)
  for (let y = 0; y < height; y++) {
    thirds.set(free.subarray(y * width, (y + 1) * width), (y + 1) * stride + 1)
    if (!open.left) thirds[(y + 1) * stride] = 0
    if (!open.right) thirds[(y + 2) * stride - 1] = 0
  }
  if (!open.top) thirds.fill(0, 0, stride)
  if (!open.bottom) thirds.fill(0, (height + 1) * stride)
  return thirds
}

function forward(thirds: Uint8Array, row: number, stride: number): void {
  let before = thirds[row] ?? 0
  for (let at = row + 1; at < row + stride - 1; at++) {
    let least = thirds[at] ?? 0
    if (least > 0) {
      const straight = Math.min(before, thirds[at - stride] ?? 0) + STRAIGHT
      const across = Math.min(thirds[at - stride - 1] ?? 0, thirds[at - stride + 1] ?? 0) + DIAGONAL
      least = Math.min(least, straight, across)
      thirds[at] = least
    }
    before = least
  }
}

function backward(thirds: Uint8Array, row: number, stride: number): void {
  let before = thirds[row + stride - 1] ?? 0
  for (let at = row + stride - 2; at > row; at--) {
    let least = thirds[at] ?? 0
    if (least > 0) {
      const straight = Math.min(before, thirds[at + stride] ?? 0) + STRAIGHT
      const across = Math.min(thirds[at + stride - 1] ?? 0, thirds[at + stride + 1] ?? 0) + DIAGONAL
      least = Math.min(least, straight, across)
      thirds[at] = least
    }
    before = least
  }
}
