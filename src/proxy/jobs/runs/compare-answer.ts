import { AppError } from '#domain/app-error.ts'
import type { ImageInfo } from '#domain/image.ts'
import type { Request } from '#domain/request.ts'
import type { EngineAnswer } from '../../engines/engine.ts'
import type { Received } from '../job-row.ts'

/**
 * What a job receives: the pictures of an answer, each compared with what was asked.
 * @throws AppError upstream_bad_answer when there are none
 */
export function compareAnswer(request: Request, { images, usage, requestId, reported }: EngineAnswer): Received {
  const [first, ...others] = images.map((image) => ({
    image,
    mismatches: mismatchesOf(image, request),
    composite: null,
    cutout: null,
  }))
  if (!first) throw new AppError('upstream_bad_answer')
  const about = aboutAnswer(request, reported, images.length)
  return { results: [{ ...first, mismatches: [...first.mismatches, ...about] }, ...others], usage, requestId }
}

/** Sentences; empty when the picture is what was asked for. */
function mismatchesOf({ width, height, format }: ImageInfo, asked: Pick<Request, 'size' | 'format'>): string[] {
  const sameSize = width === asked.size.width && height === asked.size.height
  return [
    ...(sameSize
      ? []
      : [`The picture is ${width} × ${height} pixels; ${asked.size.width} × ${asked.size.height} was asked for.`]),
    ...(format === asked.format
      ? []
      : [`The picture is a ${format.toUpperCase()}; ${asked.format.toUpperCase()} was asked for.`]),
  ]
}

/** What is different about the answer as a whole; told with its first picture. */
function aboutAnswer(request: Request, { quality }: EngineAnswer['reported'], arrived: number): string[] {
  return [
    ...(arrived < request.count ? [`${arrived} of ${request.count} pictures arrived.`] : []),
    ...(quality !== undefined && quality !== 'auto' && quality !== request.quality
      ? [`The quality is ${quality}; ${request.quality} was asked for.`]
      : []),
  ]
}
