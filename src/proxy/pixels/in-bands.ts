import { setImmediate } from 'node:timers/promises'

/** Pixels looked at before others get their turn: some milliseconds of plain arithmetic. */
const BAND = 400_000

/** Walks rows of pixels from the top in bands, and lets other work of the process run between them. */
export async function inBands(
  { width, height }: { width: number; height: number },
  work: (firstRow: number, endRow: number) => void,
): Promise<void> {
  const rows = Math.max(1, Math.floor(BAND / width))
  for (let first = 0; first < height; first += rows) {
    if (first > 0) await setImmediate()
    work(first, Math.min(height, first + rows))
  }
}
