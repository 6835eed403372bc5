import { z } from 'zod'
import { AppError } from '#domain/app-error.ts'
import type { EngineAnswer } from '../engine.ts'
import { decodePicture } from './decode-picture.ts'
import { readUsage } from './read-usage.ts'

const text = z.string().optional().catch(undefined)

const answerSchema = z.object({
  data: z.array(z.object({ b64_json: z.string() })),
  size: text,
  quality: text,
  output_format: text,
  usage: z.unknown().optional(),
})

/** Reads an answer that is one JSON body. A picture that is none is left out. Throws AppError `upstream_bad_answer`. */
export function readAnswer(body: unknown, requestId: string | null): EngineAnswer {
  const parsed = answerSchema.safeParse(body)
  if (!parsed.success) throw new AppError('upstream_bad_answer')
  const { data, usage, ...said } = parsed.data
  const images = data.map((picture) => decodePicture(picture.b64_json)).filter((bytes) => bytes !== null)
  if (images.length === 0) throw new AppError('upstream_bad_answer')
  return { images, usage: readUsage(usage), reported: reportedBy(said), requestId }
}

/** What the upstream says it made. */
export function reportedBy(said: {
  size?: string | undefined
  quality?: string | undefined
  output_format?: string | undefined
}): EngineAnswer['reported'] {
  return {
    ...(said.size === undefined ? {} : { size: said.size }),
    ...(said.quality === undefined ? {} : { quality: said.quality }),
    ...(said.output_format === undefined ? {} : { format: said.output_format }),
  }
}
