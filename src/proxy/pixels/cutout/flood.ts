/** Walks from pixel to neighbouring pixel, nearest first, wherever `enters` says so; it is asked until it has said yes once. */
export function spread(
  seeds: readonly number[],
  { width, height }: { width: number; height: number },
  enters: (from: number, to: number) => boolean,
): void {
  let front = seeds
  while (front.length > 0) {
    const next: number[] = []
    for (const from of front) {
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
