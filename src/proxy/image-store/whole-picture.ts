import type { Extent } from '#domain/legal-sizes.ts'
import { fewAtOnce } from './few-at-once.ts'

const few = fewAtOnce(2)
/** One of 60 megapixels takes up to 1 GB while it is put together. */
const LARGE_PIXELS = 16_000_000
const oneLarge = fewAtOnce(1)

/** Does work that holds all pixels of a picture: in this process two at a time, of which one may be large. */
export function withWholePicture<T>({ width, height }: Extent, work: () => Promise<T>): Promise<T> {
  return width * height > LARGE_PIXELS ? oneLarge(() => few(work)) : few(work)
}
