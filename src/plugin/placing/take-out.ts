import { AppError } from '#domain/app-error.ts'
import { type Before, writeBefore } from '#domain/before.ts'
import { writeProvenance } from '#domain/provenance.ts'
import type { Review } from '#domain/review.ts'
import { isFillable, readFills } from '../canvas/read-fills.ts'
import { writeFills } from '../canvas/write-fills.ts'
import { BEFORE_KEY, FILL_KEY, MEMORY_NAMESPACE, PROVENANCE_KEY } from '../memory/memory-keys.ts'
import { ourFill } from '../memory/our-fill.ts'
import { stepsBefore } from '../memory/steps-before.ts'

export interface TakenOut {
  /** A sentence that says so. */
  said: string
  /** The picture made here that is back, by what had been said of it; null when none is. */
  back: { review: Review | null } | null
}

/**
 * Takes the picture placed here last out again: its fill goes, or shows what it showed before; a layer that was made
 * for it is hidden, so that what is remembered on it stays.
 * @throws AppError `image_replaced` when the picture is not there any more, `before_lost`
 */
export async function takeOut(node: SceneNode): Promise<TakenOut> {
  const { name } = node
  const steps = stepsBefore(node)
  const step = steps.at(-1) ?? { how: 'added', style: null }
  if (step.how === 'made') {
    node.visible = false
    return { said: `Hid “${name}”.`, back: null }
  }
  const fills = readFills(node)
  const ours = fills ? ourFill(node, fills) : -1
  if (!fills || ours < 0 || !isFillable(node)) throw new AppError('image_replaced', { details: { name } })
  if (step.how === 'lost' || (step.how === 'replaced' && !isKept(step.paint.imageHash)))
    throw new AppError('before_lost', { details: { name } })
  const paints = fills.flatMap((paint, index) => {
    if (index !== ours) return [paint]
    return step.how === 'replaced' ? [step.paint] : []
  })
  await writeFills(node, paints)
  await linkAgain(node, step)
  forget(node, step, steps.slice(0, -1))
  if (step.how === 'added') return { said: `Took the picture out of “${name}”.`, back: null }
  const said = `Took the picture out of “${name}”: what it showed before is back.`
  return { said, back: step.provenance && { review: step.review } }
}

const isKept = (imageHash: string | null) => imageHash === null || figma.getImageByHash(imageHash) !== null

/** The link to a fill style comes back where the fills are the style’s again; otherwise it would wipe out others. */
async function linkAgain(node: SceneNode & MinimalFillsMixin, step: Before): Promise<void> {
  const style = 'style' in step ? step.style : null
  if (!style || JSON.stringify(node.fills) !== style.fills) return
  try {
    await node.setFillStyleIdAsync(style.id)
  } catch {
    // The style was deleted meanwhile; the fills are the same without it.
  }
}

/** What is remembered now is the picture that is back, if it was made here, or nothing. */
function forget(node: SceneNode, step: Before, earlier: readonly Before[]): void {
  const back = step.how === 'replaced' && step.provenance ? step : null
  const remember = (key: string, text: string) => node.setSharedPluginData(MEMORY_NAMESPACE, key, text)
  remember(PROVENANCE_KEY, back?.provenance ? writeProvenance(back.provenance) : '')
  remember(FILL_KEY, back?.paint.imageHash ?? '')
  remember(BEFORE_KEY, back && earlier.length > 0 ? writeBefore(earlier) : '')
}
