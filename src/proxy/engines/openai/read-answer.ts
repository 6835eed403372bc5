import { z } from 'zod'
import { AppError } from '#domain/app-error.ts'
import type { EngineAnswer, EngineCall } from '../engine.ts'
import type { BodyWindow } from './answer/byte-window.ts'
import { scanJson } from './answer/scan-json.ts'
import { type TakenPictures, takePictures } from './answer/take-pictures.ts'
import { readUsage } from './read-usage.ts'

const text = z.string().optional().catch(undefined)

const answerSchema = z.object({
  data: z.array(z.object({ b64_json: z.string() })),
  size: text,
  quality: text,
  output_format: text,
  usage: z.unknown().optional(),
})

/**
 * Reads an answer that is one JSON body, keeping its pictures as they arrive. One that is no picture, or could not be kept, is left out. A body
 * that breaks after some pictures came whole still gives those, with unknown usage, so that none that was paid for is lost.
 * Throws AppError `upstream_bad_answer`, what `keep` threw when no picture could be kept, SyntaxError, and whatever broke the body.
 */
export async function readAnswer(
  body: BodyWindow,
  { keep }: Pick<EngineCall, 'keep'>,
  requestId: string | null,
): Promise<EngineAnswer> {
  const pictures = takePictures(keep, body)
  const parsed = answerSchema.safeParse(await readRest(body, pictures))
  if (!parsed.success && pictures.all().length === 0) throw pictures.lost() ?? new AppError('upstream_bad_answer')
  const { data, usage, ...said } = parsed.data ?? { data: null, usage: null }
  const images = data
    ? data.map((picture) => pictures.find(picture.b64_json)).filter((picture) => picture !== null)
    : pictures.all()
  if (images.length === 0) throw pictures.lost() ?? new AppError('upstream_bad_answer')
  return { images, usage: readUsage(usage), reported: reportedBy(said), requestId }
}

async function readRest(body: BodyWindow, pictures: TakenPictures): Promise<unknown> {
  try {
    return JSON.parse(await scanJson(body, (picture) => pictures.take(picture, false)))
  } catch (error) {
    if (pictures.all().length === 0) throw error
    return null
  }
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
