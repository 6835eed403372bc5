import type { ImageId, ImageInfo } from '#domain/image.ts'
import type { ImageMeasures } from '#domain/image-measures.ts'
import { wholePictureLine } from './whole-picture.ts'

const MEASURED_AT_ONCE = 2
/** A hundred bytes each. */
const REMEMBERED = 2_000

/** Measures each picture once while the process lives; a failure is not remembered. */
export function rememberMeasures(
  measure: (id: ImageId) => Promise<ImageMeasures>,
): (image: ImageInfo) => Promise<ImageMeasures> {
  const measuring = wholePictureLine(MEASURED_AT_ONCE)
  const known = new Map<ImageId, Promise<ImageMeasures>>()
  return ({ id, ...size }) => {
    const before = known.get(id)
    if (before) return before
    const measures = measuring(size, () => measure(id))
    known.set(id, measures)
    measures.catch(() => known.delete(id))
    for (const oldest of known.keys()) {
      if (known.size <= REMEMBERED) break
      known.delete(oldest)
    }
    return measures
  }
}
