import { inBands } from '../in-bands.ts'
import type { Square } from './half-band.ts'

/** Times a pixel may be repeated. */
const TIMES = [2, 3, 4]

/** Share of all change between neighbours that must lie between repeated pixels, across and down. */
const LEAST = 0.93

/** Mean square change between neighbours that must be there. */
const LEAST_CHANGE = 20

/** Whether every pixel is there twice or more in both directions, as after enlarging without smoothing. Squares lie in step. */
export async function areRepeated(squares: readonly Square[]): Promise<boolean> {
  for (const times of TIMES) {
    if ((await inSteps(squares, times, 'across')) && (await inSteps(squares, times, 'down'))) return true
  }
  return false
}

async function inSteps(squares: readonly Square[], times: number, direction: 'across' | 'down'): Promise<boolean> {
  let [all, most, compared] = [0, 0, 0]
  await inBands({ width: squares[0]?.values.length ?? 1, height: squares.length }, (first, end) => {
    for (const square of squares.slice(first, end)) {
      const changes = changesBy(square, times, direction)
      all += changes.reduce((sum, change) => sum + change, 0)
      most += Math.max(...changes)
      compared += square.values.length
    }
  })
  return all >= LEAST_CHANGE * compared && most >= LEAST * all
}

/** The squares of the changes between neighbours, summed by their place in a step. */
function changesBy({ values, edge }: Square, times: number, direction: 'across' | 'down'): Float64Array {
  const next = direction === 'across' ? 1 : edge
  const changes = new Float64Array(times)
  for (let y = 0; y + 1 < edge; y++) {
    for (let x = 0; x + 1 < edge; x++) {
      const place = (direction === 'across' ? x : y) % times
      const change = (values[y * edge + x + next] ?? 0) - (values[y * edge + x] ?? 0)
      changes[place] = (changes[place] ?? 0) + change * change
    }
  }
  return changes
}
