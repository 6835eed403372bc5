import type { Affine } from '#domain/affine.ts'
import { nodeRasterizer } from '#support/node-rasterizer.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** For each pixel of a picture, row by row: 1 where it is masked. */
export type MaskBits = Uint8Array

/** An exported layer laid over the picture as the window does it: where its alpha is at least half of its highest. */
export async function layMask(bytes: Uint8Array, toPicture: Affine, { width, height }: Size): Promise<MaskBits> {
  const canvas = nodeRasterizer.createCanvas(width, height)
  canvas.context.imageSmoothingQuality = 'high'
  canvas.context.setTransform(...toPicture)
  canvas.context.drawImage(await nodeRasterizer.decodeImage(bytes), 0, 0)
  const { data } = canvas.context.getImageData(0, 0, width, height)
  const bits = new Uint8Array(width * height)
  let most = 1
  for (let at = 3; at < data.length; at += 4) most = Math.max(most, data[at] ?? 0)
  for (let index = 0; index < bits.length; index += 1) bits[index] = (data[index * 4 + 3] ?? 0) >= most / 2 ? 1 : 0
  return bits
}

/** What the mask must be: whether the middle of each pixel lies in a shape. */
export function analyticMask({ width, height }: Size, inside: (x: number, y: number) => boolean): MaskBits {
  const bits = new Uint8Array(width * height)
  for (let index = 0; index < bits.length; index += 1) {
    bits[index] = inside((index % width) + 0.5, Math.floor(index / width) + 0.5) ? 1 : 0
  }
  return bits
}

export interface Difference {
  /** Pixels of the shape. */
  size: number
  /** Intersection over union. */
  overlap: number
  /** Pixels that differ and lie more than one pixel from the shape’s edge. */
  far: number
}

/** How a mask differs from the shape it should have. */
export function compareMasks(mask: MaskBits, shape: MaskBits, { width, height }: Size): Difference {
  let size = 0
  let both = 0
  let either = 0
  let far = 0
  for (let index = 0; index < shape.length; index += 1) {
    const [is, should] = [mask[index] === 1, shape[index] === 1]
    size += should ? 1 : 0
    both += is && should ? 1 : 0
    either += is || should ? 1 : 0
    if (is !== should && !touchesEdge(shape, index, { width, height })) far += 1
  }
  return { size, overlap: either === 0 ? 0 : both / either, far }
}

/** Whether a neighbour of the pixel is on the other side of the shape’s edge. */
function touchesEdge(shape: MaskBits, index: number, { width, height }: Size): boolean {
  const x = index % width
  const y = Math.floor(index / width)
  return [-1, 0, 1].some((down) =>
    [-1, 0, 1].some((right) => {
      const [column, row] = [x + right, y + down]
      const isInside = column >= 0 && row >= 0 && column < width && row < height
      return isInside && shape[row * width + column] !== shape[index]
    }),
  )
}
