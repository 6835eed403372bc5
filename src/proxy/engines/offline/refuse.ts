import { AppError } from '#domain/app-error.ts'
import { isLegalSize } from '#domain/legal-sizes.ts'
import { findModel, type Model } from '#domain/models.ts'
import type { Request } from '#domain/request.ts'

/** What the model has no such option for, in words that fit after “does not support”. */
function unsupported(request: Request, model: Model): string | null {
  if (!model.qualities[request.quality]) return `the quality ${request.quality}`
  if (!model.formats.includes(request.format)) return `the format ${request.format}`
  if (!model.backgrounds.includes(request.background)) return `a ${request.background} background`
  if (request.background === 'transparent' && request.format === 'jpeg') return 'a transparent background in a JPEG'
  if (request.count > model.maxCount) return `${request.count} pictures at once`
  if (request.partialImages > model.maxPartialImages) return `${request.partialImages} partial pictures`
  return null
}

/** Throws the AppError for a request the real model would refuse before charging anything. */
export function refuseIllegal(request: Request): Model {
  const model = findModel(request.model)
  if (!isLegalSize(request.size, model.sizes)) throw new AppError('upstream_size_refused')
  if (request.references.length > model.maxReferences) {
    throw new AppError('too_many_references', {
      details: { count: request.references.length, limit: model.maxReferences },
    })
  }
  if (request.prompt.trim() === '') throw new AppError('idea_missing')
  const length = [...request.prompt].length
  if (length > model.maxPromptLength) {
    throw new AppError('prompt_too_long', { details: { length, limit: model.maxPromptLength } })
  }
  const option = unsupported(request, model)
  if (option) throw new AppError('option_unsupported', { details: { model: model.label, option } })
  return model
}
