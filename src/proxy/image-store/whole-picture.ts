import type { Extent } from '#domain/legal-sizes.ts'
import { fewAtOnce } from './few-at-once.ts'

/** One of 60 megapixels takes up to 1 GB while it is put together, and half of that while it is only looked at. */
const LARGE_PIXELS = 16_000_000
const oneLarge = fewAtOnce(1)

type WholePictureLine = <T>(size: Extent, work: () => Promise<T>) => Promise<T>

/**
 * A line of its own for work that may hold all pixels of a picture: so many at a time. Large pictures of all lines of this
 * process wait for each other, those of jobs before those that someone only looks at. Work in one line must not wait for
 * work in another.
 */
export const wholePictureLine = (most: number): WholePictureLine => line(most, false)

/** The line of work on jobs and masks. */
export const withWholePicture: WholePictureLine = line(2, true)

function line(most: number, isUrgent: boolean): WholePictureLine {
  const few = fewAtOnce(most)
  return ({ width, height }, work) => (width * height > LARGE_PIXELS ? oneLarge(() => few(work), isUrgent) : few(work))
}
