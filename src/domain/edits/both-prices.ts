import type { Brief } from '../brief.ts'
import type { Frame } from '../frame.ts'
import type { Model } from '../models.ts'
import { planJob } from '../plan-job.ts'
import type { Estimate } from '../pricing.ts'

export interface BothPrices {
  /** Of the part around what changes; of any brief that edits nothing, its one price. */
  readonly window: Estimate
  /** Of the whole picture; null when the part is the whole. */
  readonly whole: Estimate | null
}

/**
 * What a brief costs with the window alone and with the whole picture, whichever of the two it asks for.
 * @throws AppError as `planJob`
 */
export function bothPrices(brief: Brief, frame: Frame, model: Model): BothPrices {
  const { edit } = brief
  if (!edit) return { window: planJob(brief, frame, model).price, whole: null }
  const { plan, price } = planJob({ ...brief, edit: { ...edit, whole: false } }, frame, model)
  const { window } = plan
  if (!window || (window.width >= edit.canvas.width && window.height >= edit.canvas.height))
    return { window: price, whole: null }
  return { window: price, whole: planJob({ ...brief, edit: { ...edit, whole: true } }, frame, model).price }
}
