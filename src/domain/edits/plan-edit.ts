import { AppError } from '../app-error.ts'
import { NOISE } from '../legal-sizes.ts'
import { MAX_MEGAPIXELS } from '../max-megapixels.ts'
import type { Mode } from '../mode.ts'
import type { Model, Quality } from '../models.ts'
import { estimate, outputTokens } from '../pricing.ts'
import { around, type Rect } from '../rect.ts'
import type { Plan } from '../size.ts'
import { type Edit, isExpanded } from './edit.ts'
import { type PlannedWindow, planWindow } from './plan-window.ts'
import { VERBS } from './verb.ts'

/** Pixels. */
const MIN_EDGE = 16
/** Pixels: the longest side a picture in Figma can have. */
const MAX_EXPANDED_EDGE = 4096

interface EditQuestion {
  readonly mode: Mode
  readonly edit: Edit | null
  readonly model: Model
  readonly quality: Quality
  /** Pictures asked for. */
  readonly count: number
}

/**
 * What of an edit's canvas is sent, at which size.
 * @throws AppError original_missing, original_too_small, mask_missing, mask_outside, expand_nothing,
 * expand_too_large, canvas_too_large
 */
export function planEdit({ mode, edit, model, quality, count }: EditQuestion): Plan {
  if (!edit) throw new AppError('original_missing')
  checkEdit(mode, edit)
  const { window, size, scale } = planSent({ mode, edit, model, quality, count })
  return {
    size,
    targetSize: { width: window.width, height: window.height },
    crop: { x: 0, y: 0, width: 1, height: 1 },
    cropLoss: 0,
    upscale: 1 / scale,
    outputTokens: outputTokens(model, quality, size),
    withinLimits: scale >= 1 - NOISE,
    band: null,
    window,
  }
}

/** The whole canvas where that loses no detail and costs no more than the window. */
function planSent({ edit, model, quality, count }: EditQuestion & { readonly edit: Edit }): PlannedWindow {
  const { canvas, whole } = edit
  const question = { canvas, box: boxOf(edit), model, quality }
  const window = planWindow({ ...question, whole })
  if (whole) return window
  const masked = edit.mask !== null || isExpanded(edit)
  const price = ({ size }: PlannedWindow): number =>
    estimate({ model, quality, size, count, references: [size], masked, prompt: '', partialImages: 0 }).total
  const all = planWindow({ ...question, whole: true })
  return all.scale >= 1 - NOISE && price(all) <= price(window) ? all : window
}

function checkEdit(mode: Mode, edit: Edit): void {
  const { original, canvas, at, mask, verb } = edit
  const { width, height } = original
  if (Math.min(width, height) < MIN_EDGE)
    throw new AppError('original_too_small', { details: { width, height, least: MIN_EDGE } })
  if (canvas.width * canvas.height > MAX_MEGAPIXELS * 1_000_000)
    throw new AppError('canvas_too_large', { details: { ...canvas, megapixels: MAX_MEGAPIXELS } })
  if (at.x + width > canvas.width || at.y + height > canvas.height)
    throw new AppError('request_invalid', { details: { where: 'brief.edit.at' } })
  if (mode === 'edit' && isExpanded(edit))
    throw new AppError('request_invalid', { details: { where: 'brief.edit.canvas' } })
  if (mode === 'expand') checkExpanded(edit)
  if (mode === 'edit' && VERBS[verb].mask === 'needed' && !mask)
    throw new AppError('mask_missing', { details: { verb: VERBS[verb].label } })
  if (mask && !lies(mask.box, canvas)) throw new AppError('mask_outside')
}

function checkExpanded(edit: Edit): void {
  const { width, height } = edit.canvas
  if (!isExpanded(edit)) throw new AppError('expand_nothing')
  if (Math.max(width, height) > MAX_EXPANDED_EDGE)
    throw new AppError('expand_too_large', { details: { width, height, most: MAX_EXPANDED_EDGE } })
}

const lies = (box: Rect, canvas: Edit['canvas']): boolean =>
  box.x >= 0 && box.y >= 0 && box.x + box.width <= canvas.width && box.y + box.height <= canvas.height

/** The smallest box around all that may change. */
export function boxOf({ original, canvas, at, mask }: Edit): Rect {
  const added = strips({ x: at.x, y: at.y, width: original.width, height: original.height }, canvas)
  const all = mask ? [mask.box, ...added] : added
  return all.length > 0 ? all.reduce(around) : { x: 0, y: 0, ...canvas }
}

/** What an expanded canvas has on each side of its original. */
function strips(own: Rect, { width, height }: Edit['canvas']): Rect[] {
  const right = own.x + own.width
  const bottom = own.y + own.height
  return [
    { x: 0, y: 0, width: own.x, height },
    { x: right, y: 0, width: width - right, height },
    { x: 0, y: 0, width, height: own.y },
    { x: 0, y: bottom, width, height: height - bottom },
  ].filter((strip) => strip.width > 0 && strip.height > 0)
}
