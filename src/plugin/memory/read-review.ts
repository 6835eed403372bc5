import { type Review, reviewSchema } from '#domain/review.ts'
import { MEMORY_NAMESPACE, type REJECTED_KEY, REVIEW_KEY } from './memory-keys.ts'

type Key = typeof REVIEW_KEY | typeof REJECTED_KEY

/** What a reviewer said of the layer's picture; null when nothing was said, or nothing this version can read. */
export function readReview(node: SceneNode, key: Key = REVIEW_KEY): Review | null {
  const text = node.getSharedPluginData(MEMORY_NAMESPACE, key)
  if (text === '') return null
  try {
    const parsed = reviewSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
