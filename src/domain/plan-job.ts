import { AppError } from './app-error.ts'
import type { Brief } from './brief.ts'
import { checkRequest } from './check-request.ts'
import type { Frame } from './frame.ts'
import type { Model } from './models.ts'
import { type Estimate, estimate } from './pricing.ts'
import { composePrompt } from './prompt.ts'
import type { Request } from './request.ts'
import { type Plan, planSize } from './size.ts'
import { stageRow } from './stage.ts'

export interface PlannedJob {
  plan: Plan
  request: Request
  price: Estimate
}

/**
 * What will be sent for a brief and a frame, and what it costs. The plugin shows this price; the proxy computes it
 * again with the same function and reserves it.
 * @throws AppError frame_invalid, idea_missing, prompt_too_long, too_many_references, option_unsupported
 */
export function planJob(brief: Brief, frame: Frame, model: Model): PlannedJob {
  const { render } = brief
  const quality = render.quality ?? stageRow(render.stage).quality
  if (brief.idea.trim() === '') throw new AppError('idea_missing')
  const plan = planSize({ frame, target: render.target, model, stage: render.stage, quality })
  const request: Request = {
    model: model.id,
    prompt: composePrompt(brief, plan),
    size: plan.size,
    quality,
    count: render.count,
    format: render.format,
    background: render.background,
    partialImages: render.partialImages,
    references: brief.references,
    mask: null,
    exactTexts: brief.exactTexts.filter((text) => text.trim() !== ''),
  }
  checkRequest(request, model)
  return { plan, request, price: estimate({ ...request, model }) }
}
