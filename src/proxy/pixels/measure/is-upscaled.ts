import { inBands } from '../in-bands.ts'
import { areRepeated } from './are-repeated.ts'
import { doubled, halved, meanSquare, type Square } from './half-band.ts'
import { brightnessAt, type Pixels } from './pixels.ts'

/** Edge of the tiles that are judged one by one, in pixels, and what is filtered around each of them. */
const TILE = 64
const MARGIN = 16
const EDGE = TILE + 2 * MARGIN

/** How often each of its pixels is looked at while a tile is halved and doubled, about. */
const FILTERED = 10

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
export async function isUpscaled(pixels: Pixels): Promise<boolean> {
  const squares = (await contrastyTiles(pixels)).map(({ x, y }) => squareAround(pixels, x, y))
  if (squares.length < LEAST_TILES) return false
  if (await areRepeated(squares)) return true
  const losses: number[] = []
  await inBands({ width: EDGE ** 2 * FILTERED, height: squares.length }, (first, end) => {
    losses.push(...squares.slice(first, end).flatMap(lossOf))
  })
  if (losses.length < LEAST_TILES) return false
  losses.sort((a, b) => a - b)
  return (losses[Math.floor((losses.length - 1) * (1 - SHARPER))] ?? 1) < LOST
}

/** What halving a tile loses over what halving its half loses; nothing without detail. */
function lossOf(tile: Square): number[] {
  const half = halved(tile)
  const coarse = meanSquare(half, doubled(halved(half)), MARGIN / 2)
  return coarse < LEAST_DETAIL ? [] : [meanSquare(tile, doubled(half), MARGIN) / coarse]
}

async function contrastyTiles(pixels: Pixels): Promise<{ x: number; y: number }[]> {
  const tiles: { x: number; y: number; contrast: number }[] = []
  const rows = Math.floor(pixels.height / TILE)
  await inBands({ width: pixels.width * TILE, height: rows }, (first, end) => {
    for (let y = first * TILE; y < end * TILE; y += TILE) {
      for (let x = 0; x + TILE <= pixels.width; x += TILE) tiles.push({ x, y, contrast: contrastOf(pixels, x, y) })
    }
  })
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
  const values = new Float32Array(EDGE * EDGE)
  for (let y = 0; y < EDGE; y++) {
    const row = Math.max(0, Math.min(height - 1, top - MARGIN + y)) * width
    for (let x = 0; x < EDGE; x++) {
      const column = Math.max(0, Math.min(width - 1, left - MARGIN + x))
      values[y * EDGE + x] = brightnessAt(rgba, (row + column) * 4)
    }
  }
  return { values, edge: EDGE }
}
