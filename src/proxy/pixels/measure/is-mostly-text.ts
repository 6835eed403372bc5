import { inBands } from '../in-bands.ts'
import { brightnessAt, type Pixels } from './pixels.ts'

/** Edge of the cells that are judged one by one, in pixels. */
const CELL = 32

/** How far from the paper a value must be to be ink, 0..255. */
const INK = 60

/** Share of the cells that must hold lettering. */
const MOST = 0.4

/** Whether most of a picture is rows of lettering on a flat ground. Right for letters 8 to 40 pixels high. */
export async function isMostlyText(pixels: Pixels): Promise<boolean> {
  const columns = Math.floor(pixels.width / CELL)
  const rows = Math.floor(pixels.height / CELL)
  if (columns === 0 || rows === 0) return false
  const cell = new Uint8Array(CELL * CELL)
  let lettered = 0
  await inBands({ width: pixels.width * CELL, height: rows }, (first, end) => {
    for (let row = first; row < end; row++) {
      for (let column = 0; column < columns; column++) {
        fill(cell, pixels, column * CELL, row * CELL)
        if (isLettering(cell)) lettered += 1
      }
    }
  })
  return lettered / (columns * rows) >= MOST
}

function fill(cell: Uint8Array, { rgba, width }: Pixels, left: number, top: number): void {
  for (let y = 0; y < CELL; y++) {
    for (let x = 0; x < CELL; x++) cell[y * CELL + x] = brightnessAt(rgba, ((top + y) * width + left + x) * 4)
  }
}

/** Most pixels of one value, a part far from it, and many changes between the two along the inked rows. */
function isLettering(cell: Uint8Array): boolean {
  const paper = commonest(cell)
  let near = 0
  let ink = 0
  let changes = 0
  let inkedRows = 0
  for (let y = 0; y < CELL; y++) {
    let before = false
    let inRow = 0
    for (let x = 0; x < CELL; x++) {
      const away = Math.abs((cell[y * CELL + x] ?? 0) - paper)
      const inked = away > INK
      if (away <= 16) near += 1
      if (inked !== before) changes += 1
      if (inked) inRow += 1
      before = inked
    }
    ink += inRow
    if (inRow > 0) inkedRows += 1
  }
  const area = CELL * CELL
  return near >= 0.45 * area && ink >= 0.03 * area && ink <= 0.45 * area && changes >= 4 * inkedRows && inkedRows >= 5
}

/** The value most pixels of a cell are near to. */
function commonest(cell: Uint8Array): number {
  const counts = new Uint16Array(16)
  for (const value of cell) counts[value >> 4] = (counts[value >> 4] ?? 0) + 1
  const best = counts.indexOf(Math.max(...counts))
  let sum = 0
  for (const value of cell) if (value >> 4 === best) sum += value
  return sum / (counts[best] ?? 1)
}
