import { areRepeated } from './are-repeated.ts'
import { doubled, halved, meanSquare, type Square } from './half-band.ts'
import { brightnessAt, type Pixels } from './pixels.ts'

/** Edge of the tiles that are judged one by one, in pixels, and what is filtered around each of them. */
const TILE = 64
const MARGIN = 16

/** So many tiles are looked at closely: those with the most contrast. */
const TILES = 48

/** Mean square that halving a tile’s half must lose: in smooth places nothing can be told. */
const LEAST_DETAIL = 8

/** Tiles that must have that much detail. */
const LEAST_TILES = 3

/** What halving loses over what halving the half loses. Sharp pictures are over 0.3; twice enlarged ones mostly under 0.15. */
const LOST = 0.16

/** Share of the tiles with detail that may be sharper: what was enlarged can have a sharp caption. */
const SHARPER = 0.1

/**
 * Whether pixels hold clearly less detail than there are of them: where they are sharpest, the finest detail is missing though
 * there is much of the next coarser; or they are repeated. Smooth pictures hold nothing that would tell.
 */
export function isUpscaled(pixels: Pixels): boolean {
  const squares = contrastyTiles(pixels).map(({ x, y }) => squareAround(pixels, x, y))
  if (squares.length < LEAST_TILES) return false
  if (areRepeated(squares)) return true
  const losses = squares.map(lossOf).filter((loss) => loss !== null)
  if (losses.length < LEAST_TILES) return false
  losses.sort((a, b) => a - b)
  return (losses[Math.floor((losses.length - 1) * (1 - SHARPER))] ?? 1) < LOST
}

/** What halving a tile loses over what halving its half loses; null without detail. */
function lossOf(tile: Square): number | null {
  const half = halved(tile)
  const coarse = meanSquare(half, doubled(halved(half)), MARGIN / 2)
  return coarse < LEAST_DETAIL ? null : meanSquare(tile, doubled(half), MARGIN) / coarse
}

function contrastyTiles(pixels: Pixels): { x: number; y: number }[] {
  const tiles: { x: number; y: number; contrast: number }[] = []
  for (let y = 0; y + TILE <= pixels.height; y += TILE) {
    for (let x = 0; x + TILE <= pixels.width; x += TILE) tiles.push({ x, y, contrast: contrastOf(pixels, x, y) })
  }
  return tiles.toSorted((a, b) => b.contrast - a.contrast).slice(0, TILES)
}

/** Some differences between pixels two apart, squared. */
function contrastOf({ rgba, width }: Pixels, left: number, top: number): number {
  let sum = 0
  for (let y = top; y < top + TILE - 2; y += 3) {
    for (let x = left; x < left + TILE - 2; x += 3) {
      const here = rgba[(y * width + x) * 4 + 1] ?? 0
      sum += (here - (rgba[(y * width + x + 2) * 4 + 1] ?? 0)) ** 2
      sum += (here - (rgba[((y + 2) * width + x) * 4 + 1] ?? 0)) ** 2
    }
  }
  return sum
}

function squareAround({ rgba, width, height }: Pixels, left: number, top: number): Square {
  const edge = TILE + 2 * MARGIN
  const values = new Float32Array(edge * edge)
  for (let y = 0; y < edge; y++) {
    const row = Math.max(0, Math.min(height - 1, top - MARGIN + y)) * width
    for (let x = 0; x < edge; x++) {
      const column = Math.max(0, Math.min(width - 1, left - MARGIN + x))
      values[y * edge + x] = brightnessAt(rgba, (row + column) * 4)
    }
  }
  return { values, edge }
}
