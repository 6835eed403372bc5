import { APIError } from 'openai'
import { z } from 'zod'
import { AppError } from '#domain/app-error.ts'
import type { ImageInfo } from '#domain/image.ts'
import type { Usage } from '#domain/pricing.ts'
import type { EngineAnswer, EngineCall } from '../engine.ts'
import type { BodyWindow } from './answer/byte-window.ts'
import { readEvents, type ServerEvent } from './answer/read-events.ts'
import { scanJson } from './answer/scan-json.ts'
import { type TakenPictures, takePictures } from './answer/take-pictures.ts'
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

const errorSchema = z.object({ error: z.looseObject({}) })

const LAST = '[DONE]'

const COMPLETED = /^image_(generation|edit)\.completed$/
const COMPLETED_TYPE = /"type"\s*:\s*"image_(generation|edit)\.completed"/

interface Progress {
  images: ImageInfo[]
  /** A whole picture known to be completed, of an event that has not ended. */
  unfinished: ImageInfo | null
  usages: (Usage | null)[]
  partials: number
  completed: number
  reported: EngineAnswer['reported']
}

/** An answer that comes as events, and what the failures in it are told with. */
export interface StreamedAnswer {
  body: BodyWindow
  headers: Headers
  requestId: string | null
}

/**
 * Reads a stream of partial and completed pictures to its end, keeping each as it arrives.
 * A stream that breaks after some pictures were completed still gives those, with unknown usage, so that none that was
 * paid for is lost; the break may be in the event of a picture that is whole. Throws AppError `upstream_cut_off` when it
 * ends with none, `upstream_bad_answer` when none opens, what `keep` threw when none could be kept, APIError when it tells of an error, and whatever broke the stream
 * when that came first.
 */
export async function readStream(answer: StreamedAnswer, call: EngineCall): Promise<EngineAnswer> {
  const progress: Progress = { images: [], unfinished: null, usages: [], partials: 0, completed: 0, reported: {} }
  const pictures = takePictures(call.keep, answer.body)
  try {
    await readPictures(answer, pictures, call, progress)
  } catch (error) {
    if (progress.images.length === 0 && !progress.unfinished) throw error
  }
  if (progress.unfinished) takeCompleted({}, progress.unfinished, progress)
  if (progress.completed === 0) throw new AppError('upstream_cut_off')
  if (progress.images.length === 0) throw pictures.lost() ?? new AppError('upstream_bad_answer')
  const usage = progress.completed < call.request.count ? null : totalUsage(progress.usages)
  return { images: progress.images, usage, reported: progress.reported, requestId: answer.requestId }
}

async function readPictures(
  { body, headers }: StreamedAnswer,
  pictures: TakenPictures,
  call: EngineCall,
  progress: Progress,
): Promise<void> {
  for await (const sent of readEvents(body)) {
    const event = await readEvent(sent, pictures, progress)
    if (event === LAST) return
    progress.unfinished = null
    const failed = errorSchema.safeParse(event).data?.error ?? (sent.name() === 'error' ? {} : null)
    if (failed) throw new APIError(undefined, failed, undefined, headers)
    const known = eventSchema.safeParse(event).data
    const picture = known ? pictures.find(known.b64_json) : null
    if (known?.type.endsWith('.completed')) takeCompleted(known, picture, progress)
    else if (picture) await takePartial(picture, progress, call.onPartial)
  }
}

/** An event's JSON with its pictures taken out; `LAST` after the last one, also when the body ends inside an event. */
async function readEvent(
  { data, name, ended }: ServerEvent,
  pictures: TakenPictures,
  progress: Progress,
): Promise<unknown> {
  try {
    const rest = await scanJson(data, async (value, before) => {
      const completed = COMPLETED.test(name()) || COMPLETED_TYPE.test(before())
      const placeholder = await pictures.take(value, !completed)
      if (completed) progress.unfinished = pictures.find(placeholder)
      return placeholder
    })
    return rest.trim() === LAST ? LAST : JSON.parse(rest)
  } catch (error) {
    if (error instanceof SyntaxError && !ended()) return LAST
    throw error
  }
}

function takeCompleted(event: Partial<PictureEvent>, picture: ImageInfo | null, progress: Progress): void {
  if (picture) progress.images.push(picture)
  progress.usages.push(readUsage(event.usage))
  progress.completed += 1
  progress.reported = { ...progress.reported, ...reportedBy(event) }
}

/** A partial picture that cannot be shown costs nothing more, so it never ends the call. */
async function takePartial(picture: ImageInfo, progress: Progress, onPartial: EngineCall['onPartial']): Promise<void> {
  await onPartial(progress.partials, picture).catch(() => undefined)
  progress.partials += 1
}
