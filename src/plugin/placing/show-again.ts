import { readReview } from '../memory/read-review.ts'
import { stepsBefore } from '../memory/steps-before.ts'

/** Shows a layer that was made for a picture and hidden when that was rejected. */
export function showAgain(node: SceneNode): void {
  const wasMade = stepsBefore(node).at(-1)?.how === 'made'
  if (wasMade && readReview(node)?.verdict === 'rejected') node.visible = true
}
