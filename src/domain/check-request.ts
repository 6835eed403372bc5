import { AppError } from './app-error.ts'
import { isLegalSize } from './legal-sizes.ts'
import { findModel, type Model } from './models.ts'
import { ROLES } from './reference.ts'
import type { Request } from './request.ts'

type Check = (request: Request, model: Model) => AppError | false

const unsupported = (model: Model, option: string) =>
  new AppError('option_unsupported', { details: { model: model.label, option } })

/** Tells what a person can count: the pictures they added, and how many more than the brief's own the model takes. */
const tooManyReferences: Check = ({ references }, { maxReferences }) => {
  const given = references.filter(({ role }) => !ROLES[role].chosen).length
  const [count, limit] = [references.length - given, maxReferences - given]
  return count > limit && new AppError('too_many_references', { details: { count, limit } })
}

const CHECKS: readonly Check[] = [
  ({ prompt }) => prompt.trim() === '' && new AppError('idea_missing'),
  ({ prompt }, { maxPromptLength: limit }) => {
    const { length } = [...prompt]
    return length > limit && new AppError('prompt_too_long', { details: { length, limit } })
  },
  tooManyReferences,
  ({ mask, references }) => mask !== null && references.length === 0 && new AppError('upstream_mask_refused'),
  ({ size }, { sizes }) => !isLegalSize(size, sizes) && new AppError('upstream_size_refused'),
  ({ quality }, model) => !model.qualities[quality] && unsupported(model, `the quality ${quality}`),
  ({ format }, model) => !model.formats.includes(format) && unsupported(model, `the format ${format}`),
  ({ background }, model) =>
    !model.backgrounds.includes(background) && unsupported(model, `the background ${background}`),
  ({ background, format }, model) =>
    background === 'transparent' && format === 'jpeg' && unsupported(model, 'a transparent background in a JPEG'),
  ({ count }, model) => count > model.maxCount && unsupported(model, `${count} pictures at once`),
  ({ partialImages }, model) =>
    partialImages > model.maxPartialImages && unsupported(model, `${partialImages} previews`),
]

/**
 * Refuses what the model is known to refuse, before anything is reserved, sent or drawn.
 * @throws AppError, and nothing was charged
 */
export function checkRequest(request: Request, model: Model = findModel(request.model)): void {
  for (const check of CHECKS) {
    const failure = check(request, model)
    if (failure) throw failure
  }
}
