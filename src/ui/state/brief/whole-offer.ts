import type { Plan } from '#domain/size.ts'
import { priceLabel } from '../money/price-label.ts'
import type { UiState } from '../ui-state.ts'
import { sizeLabel } from './frame-label.ts'
import { planned } from './planned.ts'
import { sentBrief } from './sent-brief.ts'
import { sentFrame } from './sent-frame.ts'

interface Extent {
  width: number
  height: number
}

export interface WholeOffer {
  /** “Only around the mask · at most $0.05” */
  window: string
  /** “The whole picture · at most $0.21” */
  whole: string
}

const isAll = ({ window }: Pick<Plan, 'window'>, canvas: Extent): boolean =>
  !window || (window.width >= canvas.width && window.height >= canvas.height)

/** Sending only a window around the mask, or the whole picture, with both prices; null where they are the same. */
export function wholeOffer(state: UiState): WholeOffer | null {
  const brief = sentBrief(state)
  const frame = sentFrame(state)
  const { edit } = brief
  if (!edit?.mask || !frame) return null
  const { job: window } = planned(state, { ...brief, edit: { ...edit, whole: false } }, frame)
  const { job: whole } = planned(state, { ...brief, edit: { ...edit, whole: true } }, frame)
  if (!window || !whole || isAll(window.plan, edit.canvas)) return null
  return {
    window: `Only around the mask · ${priceLabel(state, window).label}`,
    whole: `The whole picture · ${priceLabel(state, whole).label}`,
  }
}

/** What of the picture is sent, in a sentence: “Sends 1024 × 640 around the mask, at the picture’s own resolution”. */
export function editPlanSentence(plan: Plan, canvas: Extent): string {
  const what =
    isAll(plan, canvas) || !plan.window
      ? `Sends the whole picture as ${sizeLabel(plan.size)}`
      : `Sends ${sizeLabel(plan.window)} around the mask`
  if (plan.upscale > 1.005) return `${what}; what comes back is enlarged ${plan.upscale.toFixed(2)}×`
  return `${what}, at the picture’s own resolution`
}
