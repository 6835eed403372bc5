import { AppError } from './app-error.ts'
import type { Brief } from './brief.ts'
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

function checkBrief(brief: Brief, model: Model): void {
  if (brief.idea.trim() === '') throw new AppError('idea_missing')
  if (brief.references.length > model.maxReferences)
    throw new AppError('too_many_references', {
      details: { count: brief.references.length, limit: model.maxReferences },
    })
  const unsupported = [
    !model.formats.includes(brief.render.format) && `the format ${brief.render.format}`,
    !model.backgrounds.includes(brief.render.background) && `the background ${brief.render.background}`,
    brief.render.background === 'transparent' && brief.render.format === 'jpeg' && 'a transparent JPEG',
    brief.render.partialImages > model.maxPartialImages && `${brief.render.partialImages} previews`,
    brief.render.count > model.maxCount && `${brief.render.count} pictures at once`,
  ].find((option) => option !== false)
  if (unsupported) throw new AppError('option_unsupported', { details: { model: model.label, option: unsupported } })
}

/**
 * What will be sent for a brief and a frame, and what it costs. The plugin shows this price; the proxy computes it
 * again with the same function and reserves it.
 * @throws AppError frame_invalid, idea_missing, prompt_too_long, too_many_references, option_unsupported
 */
export function planJob(brief: Brief, frame: Frame, model: Model): PlannedJob {
  const { render } = brief
  const quality = render.quality ?? stageRow(render.stage).quality
  const plan = planSize({ frame, target: render.target, model, stage: render.stage, quality })
  checkBrief(brief, model)
  const prompt = composePrompt(brief, plan)
  if (prompt.length > model.maxPromptLength)
    throw new AppError('prompt_too_long', { details: { length: prompt.length, limit: model.maxPromptLength } })
  const request: Request = {
    model: model.id,
    prompt,
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
  return { plan, request, price: estimate({ ...request, model }) }
}
