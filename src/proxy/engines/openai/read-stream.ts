import { z } from 'zod'
import { AppError } from '#domain/app-error.ts'
import type { Usage } from '#domain/pricing.ts'
import type { EngineAnswer, EngineCall } from '../engine.ts'
import { decodePicture } from './decode-picture.ts'
import { reportedBy } from './read-answer.ts'
import { readUsage } from './read-usage.ts'
import { totalUsage } from './total-usage.ts'

const text = z.string().optional().catch(undefined)

const eventSchema = z.object({
  type: z.string().regex(/^image_(generation|edit)\.(partial_image|completed)$/),
  b64_json: z.string(),
  size: text,
  quality: text,
  output_format: text,
  usage: z.unknown().optional(),
})
type PictureEvent = z.infer<typeof eventSchema>

interface Progress {
  images: Uint8Array[]
  usages: (Usage | null)[]
  partials: number
  completed: number
  reported: EngineAnswer['reported']
}

/**
 * Reads a stream of partial and completed pictures to its end.
 * A stream that breaks after some pictures were completed still gives those, with unknown usage, so that none that was
 * paid for is lost. Throws AppError `upstream_cut_off` when it ends with none, `upstream_bad_answer` when none opens,
 * and whatever broke the stream when that came first.
 */
export async function readStream(
  events: AsyncIterable<unknown>,
  { onPartial, request }: Pick<EngineCall, 'onPartial' | 'request'>,
  requestId: string | null,
): Promise<EngineAnswer> {
  const progress: Progress = { images: [], usages: [], partials: 0, completed: 0, reported: {} }
  try {
    for await (const event of events) {
      const known = eventSchema.safeParse(event).data
      if (known?.type.endsWith('.completed')) takeCompleted(known, progress)
      else if (known) await takePartial(known, progress, onPartial)
    }
  } catch (error) {
    if (progress.images.length === 0) throw error
  }
  if (progress.completed === 0) throw new AppError('upstream_cut_off')
  if (progress.images.length === 0) throw new AppError('upstream_bad_answer')
  const usage = progress.completed < request.count ? null : totalUsage(progress.usages)
  return { images: progress.images, usage, reported: progress.reported, requestId }
}

function takeCompleted(event: PictureEvent, progress: Progress): void {
  const picture = decodePicture(event.b64_json)
  if (picture) progress.images.push(picture)
  progress.usages.push(readUsage(event.usage))
  progress.completed += 1
  progress.reported = reportedBy(event)
}

/** A partial picture that cannot be read or kept costs nothing more, so it never ends the call. */
async function takePartial(event: PictureEvent, progress: Progress, onPartial: EngineCall['onPartial']): Promise<void> {
  const picture = decodePicture(event.b64_json)
  if (!picture) return
  await onPartial(progress.partials, picture).catch(() => undefined)
  progress.partials += 1
}
