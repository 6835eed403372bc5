import type { ImageId } from '#domain/image.ts'
import type { ImageMeasures } from '#domain/image-measures.ts'
import { fewAtOnce } from './few-at-once.ts'

const MEASURED_AT_ONCE = 2
/** A hundred bytes each. */
const REMEMBERED = 2_000

/** Measures each picture once while the process lives; a failure is not remembered. */
export function rememberMeasures(
  measure: (id: ImageId) => Promise<ImageMeasures>,
): (id: ImageId) => Promise<ImageMeasures> {
  const measuring = fewAtOnce(MEASURED_AT_ONCE)
  const known = new Map<ImageId, Promise<ImageMeasures>>()
  return (id) => {
    const before = known.get(id)
    if (before) return before
    const measures = measuring(() => measure(id))
    known.set(id, measures)
    measures.catch(() => known.delete(id))
    for (const oldest of known.keys()) {
      if (known.size <= REMEMBERED) break
      known.delete(oldest)
    }
    return measures
  }
}
