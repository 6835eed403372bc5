import type { Square } from './half-band.ts'

/** Times a pixel may be repeated. */
const TIMES = [2, 3, 4]

/** Share of all change between neighbours that must lie between repeated pixels, across and down. */
const LEAST = 0.93

/** Mean square change between neighbours that must be there. */
const LEAST_CHANGE = 20

/** Whether every pixel is there twice or more in both directions, as after enlarging without smoothing. Squares lie in step. */
export function areRepeated(squares: readonly Square[]): boolean {
  return TIMES.some((times) => inSteps(squares, times, 'across') && inSteps(squares, times, 'down'))
}

function inSteps(squares: readonly Square[], times: number, direction: 'across' | 'down'): boolean {
  let [all, most, compared] = [0, 0, 0]
  for (const { values, edge } of squares) {
    const next = direction === 'across' ? 1 : edge
    const changes = new Float64Array(times)
    for (let y = 0; y + 1 < edge; y++) {
      for (let x = 0; x + 1 < edge; x++) {
        const place = (direction === 'across' ? x : y) % times
        const change = (values[y * edge + x + next] ?? 0) - (values[y * edge + x] ?? 0)
        changes[place] = (changes[place] ?? 0) + change * change
      }
    }
    all += changes.reduce((sum, change) => sum + change, 0)
    most += Math.max(...changes)
    compared += edge * edge
  }
  return all >= LEAST_CHANGE * compared && most >= LEAST * all
}
