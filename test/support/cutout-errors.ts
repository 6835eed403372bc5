import sharp from 'sharp'
import { colourDifference } from '#proxy/pixels/colour-difference.ts'
import { labOf } from '#proxy/pixels/lab.ts'
import type { KeyedSubject } from './keyed-subject.ts'

export interface CutoutErrors {
  /** Mean difference of alpha, 0..1, over the whole picture and over its edges: where the true alpha is partial, or next to that. */
  alpha: number
  edgeAlpha: number
  /** Mean ΔE2000 of the edges on a ground, when true and made alpha are laid on it. */
  fringe: number
}

/** Compares a cutout with the truth. */
export async function cutoutErrors(
  truth: KeyedSubject,
  png: Uint8Array,
  ground: readonly number[],
): Promise<CutoutErrors> {
  const made = await sharp(png).ensureAlpha().raw().toBuffer()
  const { rgba, width, height } = truth
  const alphaOf = (from: Buffer, x: number, y: number) => (from[(y * width + x) * 4 + 3] ?? 0) / 255
  const labOn = (from: Buffer, x: number, y: number) => {
    const alpha = alphaOf(from, x, y)
    const level = (i: number) => alpha * (from[(y * width + x) * 4 + i] ?? 0) + (1 - alpha) * (ground[i] ?? 0)
    return labOf(level(0), level(1), level(2))
  }
  const sums = { alpha: 0, edgeAlpha: 0, fringe: 0 }
  let edges = 0
  for (let y = 1; y + 1 < height; y++) {
    for (let x = 1; x + 1 < width; x++) {
      const off = Math.abs(alphaOf(rgba, x, y) - alphaOf(made, x, y))
      sums.alpha += off
      if (!isEdge(rgba, x, y, width)) continue
      edges += 1
      sums.edgeAlpha += off
      sums.fringe += colourDifference(labOn(rgba, x, y), labOn(made, x, y))
    }
  }
  return { alpha: sums.alpha / (width * height), edgeAlpha: sums.edgeAlpha / edges, fringe: sums.fringe / edges }
}

/** Alpha around it differs from the pixel’s own. */
function isEdge(rgba: Buffer, x: number, y: number, width: number): boolean {
  const own = rgba[(y * width + x) * 4 + 3]
  for (let row = y - 1; row <= y + 1; row++) {
    for (let column = x - 1; column <= x + 1; column++) if (rgba[(row * width + column) * 4 + 3] !== own) return true
  }
  return false
}
