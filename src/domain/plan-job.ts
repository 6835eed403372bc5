import { AppError } from './app-error.ts'
import type { Brief } from './brief.ts'
import { checkRequest } from './check-request.ts'
import type { CutoutWay } from './edits/cutout.ts'
import { isExpanded } from './edits/edit.ts'
import { planEdit } from './edits/plan-edit.ts'
import type { Frame } from './frame.ts'
import { MODES } from './mode.ts'
import type { Model, Quality } from './models.ts'
import { type Estimate, estimate } from './pricing.ts'
import { composePrompt } from './prompt.ts'
import type { Reference } from './reference.ts'
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
 * @throws AppError frame_invalid, idea_missing, prompt_too_long, too_many_references, option_unsupported, those of `planEdit`
 */
export function planJob(brief: Brief, frame: Frame, model: Model): PlannedJob {
  const { render } = brief
  const quality = render.quality ?? stageRow(render.stage).quality
  const { ideaNeeded } = MODES[brief.mode]
  if (ideaNeeded && brief.idea.trim() === '') throw new AppError('idea_missing')
  const plan = planOf(brief, frame, model, quality)
  const way = cutoutWay(brief, model)
  const request: Request = {
    model: model.id,
    prompt: composePrompt(brief, plan, way),
    size: plan.size,
    quality,
    count: render.count,
    ...fileOf(brief, plan, way),
    partialImages: render.partialImages,
    ...picturesOf(brief, plan),
    exactTexts: brief.exactTexts.filter((text) => text.trim() !== ''),
  }
  checkRequest(request, model)
  return { plan, request, price: estimate({ ...request, masked: isMasked(request), model }) }
}

function planOf({ mode, edit, render }: Brief, frame: Frame, model: Model, quality: Quality): Plan {
  if (MODES[mode].from === 'original') return planEdit({ mode, edit, model, quality, count: render.count })
  return planSize({ frame, target: render.target, model, stage: render.stage, quality })
}

/** How a cutout is asked for: transparent where the model can, else on a flat colour; null for what is no cutout. */
export function cutoutWay(
  { mode }: Pick<Brief, 'mode'>,
  { backgrounds }: Pick<Model, 'backgrounds'>,
): CutoutWay | null {
  if (mode !== 'cutout') return null
  return backgrounds.includes('transparent') ? 'transparent' : 'key'
}

/** What is put together from the answer has to be lossless. */
function fileOf({ render }: Brief, { window }: Plan, way: CutoutWay | null): Pick<Request, 'format' | 'background'> {
  if (way !== null) return { format: 'png', background: way === 'transparent' ? 'transparent' : 'opaque' }
  if (window) return { format: 'png', background: 'opaque' }
  return { format: render.format, background: render.background }
}

/** The original goes first: a mask is about the first picture. It is cut to the window, so it costs what the window does. */
function picturesOf({ edit, references }: Brief, { window, size }: Plan): Pick<Request, 'references' | 'mask' | 'cut'> {
  if (!edit || !window) return { references, mask: null, cut: null }
  const { original, canvas, at, mask, matte } = edit
  const first: Reference = { imageId: original.imageId, role: 'original', ...size, name: original.name }
  return {
    references: [first, ...references],
    mask: mask?.imageId ?? null,
    cut: { original, canvas, at, mask, matte, window },
  }
}

/** An expanded picture has a mask, drawn when it is sent, though nobody drew one before. */
function isMasked({ cut, mask }: Pick<Request, 'cut' | 'mask'>): boolean {
  return mask !== null || (cut !== null && isExpanded(cut))
}
