import { inBands } from '../in-bands.ts'
import { type Keyed, LABEL } from './keyed.ts'
import { SURE } from './label-pixels.ts'

/** A colour of the subject itself, and where it was seen. */
export interface Sample {
  red: number
  green: number
  blue: number
  x: number
  y: number
  /** Pixels it is the mean of; 0 for a single one at the ridge of something thin. */
  count: number
  /** Levels from the backdrop. */
  away: number
}

/** The subject’s colours, cell by cell. */
export interface Samples {
  readonly cells: readonly (readonly Sample[] | undefined)[]
  readonly columns: number
  readonly rows: number
}

/** Edge of a cell, in pixels. */
export const CELL = 8

/** Of each kind, so many in a cell. */
const MOST = 3

/** Levels under which two solid pixels are one colour. */
const SAME = 28

/** Pixels of plain arithmetic that take as long as one does here, about. */
const COST = 4

/** Gathers solid colours, of every second pixel both ways, and, where the subject is too thin to be solid, the pixels that are least like the backdrop. */
export async function collectSamples(keyed: Keyed): Promise<Samples> {
  const { width, height, labels } = keyed
  const columns = Math.ceil(width / CELL)
  const rows = Math.ceil(height / CELL)
  const cells: (Sample[] | undefined)[] = new Array<Sample[] | undefined>(columns * rows).fill(undefined)
  const dip = 1 + 1.5 * keyed.backdrop.noise
  await inBands({ width: width * COST, height }, (first, end) => {
    for (let y = first; y < end; y++) {
      for (let x = 0; x < width; x++) {
        const label = labels[y * width + x]
        if (label === LABEL.solid ? (x | y) % 2 === 1 : label !== LABEL.mixed || !isRidge(keyed, x, y, dip)) continue
        const cell = Math.floor(y / CELL) * columns + Math.floor(x / CELL)
        const own = cells[cell] ?? []
        cells[cell] = own
        if (label === LABEL.solid) addSolid(own, keyed, x, y)
        else addRidge(own, keyed, x, y)
      }
    }
  })
  return { cells, columns, rows }
}

/** Clearly no backdrop, and no pixel within two is clearly farther from it. */
function isRidge({ away, width, height }: Keyed, x: number, y: number, dip: number): boolean {
  const own = away[y * width + x] ?? 0
  if (own < SURE) return false
  const most = own + dip
  for (let row = Math.max(0, y - 2); row <= Math.min(height - 1, y + 2); row++) {
    for (let column = Math.max(0, x - 2); column <= Math.min(width - 1, x + 2); column++) {
      if ((away[row * width + column] ?? 0) > most) return false
    }
  }
  return true
}

const colourAt = ({ data, width, away }: Keyed, x: number, y: number): Sample => {
  const pixel = y * width + x
  const at = pixel * 4
  const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
  return { red, green, blue, x, y, count: 0, away: away[pixel] ?? 0 }
}

const differ = (one: Sample, other: Sample): number =>
  Math.sqrt((one.red - other.red) ** 2 + (one.green - other.green) ** 2 + (one.blue - other.blue) ** 2)

const PARTS = ['red', 'green', 'blue', 'x', 'y', 'away'] as const

function addSolid(own: Sample[], keyed: Keyed, x: number, y: number): void {
  const pixel = colourAt(keyed, x, y)
  let solid = 0
  for (const same of own) {
    if (same.count === 0) continue
    solid += 1
    if (differ(same, pixel) > SAME) continue
    same.count += 1
    for (const part of PARTS) same[part] += (pixel[part] - same[part]) / same.count
    return
  }
  if (solid < MOST) own.push({ ...pixel, count: 1 })
}

function addRidge(own: Sample[], keyed: Keyed, x: number, y: number): void {
  const pixel = colourAt(keyed, x, y)
  const thin = own.filter((sample) => sample.count === 0)
  const same = thin.find((sample) => differ(sample, pixel) <= SAME)
  if (!same) {
    if (thin.length < MOST) own.push(pixel)
    return
  }
  if (pixel.away > same.away) Object.assign(same, pixel)
}
