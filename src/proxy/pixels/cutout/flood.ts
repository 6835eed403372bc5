import { setImmediate } from 'node:timers/promises'

/** Pixels walked from before others get their turn. */
const ROUND = 15_000

/** Walks from pixel to neighbouring pixel, nearest first, wherever `enters` says so; it is asked until it has said yes once. */
export async function spread(
  seeds: readonly number[],
  { width, height }: { width: number; height: number },
  enters: (from: number, to: number) => boolean,
): Promise<void> {
  let front = seeds
  let walked = 0
  while (front.length > 0) {
    const next: number[] = []
    for (const from of front) {
      walked += 1
      if (walked % ROUND === 0) await setImmediate()
      const x = from % width
      const y = (from - x) / width
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const to = row * width + column
          if (to !== from && enters(from, to)) next.push(to)
        }
      }
    }
    front = next
  }
}
