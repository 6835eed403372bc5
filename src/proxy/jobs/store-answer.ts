import { AppError } from '#domain/app-error.ts'
import type { Result } from '#domain/job.ts'
import type { Request } from '#domain/request.ts'
import type { EngineAnswer } from '../engines/engine.ts'
import type { ImageStore } from '../image-store/image-store.ts'
import { checkResult } from '../pixels/check-result.ts'
import type { Received } from './job-row.ts'

/**
 * Keeps the pictures of an answer, each compared with what was asked. Pictures that cannot be opened are left out.
 * @throws AppError upstream_bad_answer when none can be opened
 */
export async function storeAnswer(
  images: ImageStore,
  memberId: string,
  request: Request,
  answer: EngineAnswer,
): Promise<Received> {
  const results: Result[] = []
  let cause: unknown
  for (const bytes of answer.images) {
    try {
      results.push(await storeResult(images, memberId, request, bytes))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      cause = error
    }
  }
  const [first, ...others] = results
  if (!first) throw new AppError('upstream_bad_answer', { cause })
  const about = aboutAnswer(request, answer, results.length)
  return {
    results: [{ ...first, mismatches: [...first.mismatches, ...about] }, ...others],
    usage: answer.usage,
    requestId: answer.requestId,
  }
}

async function storeResult(images: ImageStore, memberId: string, request: Request, bytes: Uint8Array): Promise<Result> {
  const { mismatches, width, height, format } = await checkResult(bytes, request)
  return { image: await images.keep(memberId, bytes, { width, height, format }), mismatches }
}

/** What is different about the answer as a whole; told with its first picture. */
function aboutAnswer(request: Request, { reported }: EngineAnswer, arrived: number): string[] {
  const { quality } = reported
  return [
    ...(arrived < request.count ? [`${arrived} of ${request.count} pictures arrived.`] : []),
    ...(quality !== undefined && quality !== 'auto' && quality !== request.quality
      ? [`The quality is ${quality}; ${request.quality} was asked for.`]
      : []),
  ]
}
