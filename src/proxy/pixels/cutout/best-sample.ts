import { type Colour, projected } from './projected.ts'
import { CELL, type Sample, type Samples } from './samples.ts'

/** Cells around a pixel that are searched for its colour. */
const REACH = 4

/** What a sample costs for each pixel it is away, for being seen at a thin place only, and when it may itself be a mix. */
const COST = { pixel: 1 / 16, thin: 1.5, mixed: 3 }

/** Levels from the backdrop at which a thin place is hardly a mix. */
const CLEAR = 250

interface Mixed {
  x: number
  y: number
  behind: Colour
  seen: Colour
}

/**
 * The colour a pixel is most likely mixed of: at most so many levels beside the line from the backdrop through the pixel, near,
 * and rather solid than thin. Null when no colour around is.
 */
export function bestSample({ cells, columns, rows }: Samples, mixed: Mixed, most: number): Colour | null {
  const [column, row] = [Math.floor(mixed.x / CELL), Math.floor(mixed.y / CELL)]
  const found: Found = { sample: null, cost: Number.POSITIVE_INFINITY }
  for (let ring = 0; ring <= REACH; ring++) {
    // What lies in this ring is at least so far away that nothing in it can be better.
    if (found.cost <= (ring - 1) * CELL * COST.pixel) break
    for (let y = Math.max(0, row - ring); y <= Math.min(rows - 1, row + ring); y++) {
      const step = Math.abs(y - row) === ring ? 1 : Math.max(1, 2 * ring)
      for (let x = column - ring; x <= column + ring; x += step) {
        if (x >= 0 && x < columns) improve(found, cells[y * columns + x] ?? [], mixed, most)
      }
    }
  }
  return found.sample && [found.sample.red, found.sample.green, found.sample.blue]
}

interface Found {
  sample: Sample | null
  cost: number
}

function improve(found: Found, samples: readonly Sample[], { x, y, behind, seen }: Mixed, most: number): void {
  for (const sample of samples) {
    const far = Math.sqrt((sample.x - x) ** 2 + (sample.y - y) ** 2)
    const least = far * COST.pixel + (sample.count > 0 ? 0 : thinness(sample))
    if (least >= found.cost) continue
    const { beside } = projected(behind, seen, [sample.red, sample.green, sample.blue])
    const cost = (4 * beside) / most + least
    if (beside > most || cost >= found.cost) continue
    found.cost = cost
    found.sample = sample
  }
}

const thinness = ({ away }: Sample): number => COST.thin + COST.mixed * Math.max(0, 1 - away / CLEAR)
