import { type Review, reviewSchema } from '#domain/review.ts'
import { MEMORY_NAMESPACE, REVIEW_KEY } from './memory-keys.ts'

/** What a reviewer said of the layer's picture; null when nothing was said, or nothing this version can read. */
export function readReview(node: SceneNode): Review | null {
  const text = node.getSharedPluginData(MEMORY_NAMESPACE, REVIEW_KEY)
  if (text === '') return null
  try {
    const parsed = reviewSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
