import type { Plan } from '#domain/size.ts'
import { sizeLabel } from './frame-label.ts'

/** Less than this is no cropping to the eye, and reads “0.0 %”. */
const VISIBLE = 0.0005

function enlargement(upscale: number): string {
  if (upscale <= 1.005) return 'no upscaling'
  return `enlarged ${upscale.toFixed(2)}×`
}

/** What will be made, in a sentence: “1440 × 912, cropped 1.3 %, no upscaling”. */
export function planSentence(plan: Plan): string {
  const crop = plan.cropLoss < VISIBLE ? 'no cropping' : `cropped ${(plan.cropLoss * 100).toFixed(1)} %`
  return `${sizeLabel(plan.size)}, ${crop}, ${enlargement(plan.upscale)}`
}

/** What the designer should know of the frame before paying; null when all is well. */
export function frameWarning(plan: Plan): string | null {
  if (!plan.band) return null
  return 'This frame is longer than the model can draw, so only a strip of the picture stays visible.'
}

/** What the designer should know of the chosen stage and resolution; null when all is well. */
export function planWarning(plan: Plan): string | null {
  if (plan.band || plan.withinLimits) return null
  return 'This is larger than the model can draw at this stage, so the picture will be enlarged.'
}
