import { AppError } from '#domain/app-error.ts'
import type { ImageInfo } from '#domain/image.ts'
import type { EngineCall } from '../../engine.ts'
import type { Base64Value } from './base64-value.ts'
import type { BodyWindow } from './byte-window.ts'

/** Ten pictures with three partial ones each, and some more. */
const MAX_PICTURES = 64

/** The pictures of one answer, kept as they arrive. */
export interface TakenPictures {
  /**
   * Keeps a picture, which may be a `partial` one, and returns what stands for it in the rest of the answer. One that is no
   * picture, or that could not be kept, is left out: the others may still be.
   */
  take(value: Base64Value, partial: boolean): Promise<string>
  /** The picture something stands for; null when it was left out. */
  find(placeholder: string): ImageInfo | null
  all(): ImageInfo[]
  /** Why a picture could not be kept; null when none was lost so. */
  lost(): AppError | null
}

/** Throws what broke the body rather than what keeping half a picture said about it. */
export function takePictures(keep: EngineCall['keep'], body: BodyWindow): TakenPictures {
  const pictures: (ImageInfo | null)[] = []
  let lost: AppError | null = null
  const onLost = (error: AppError): void => {
    lost = error
  }
  return {
    async take(value, partial) {
      if (pictures.length >= MAX_PICTURES) throw new AppError('upstream_bad_answer')
      pictures.push(await keepOrLeaveOut(value, (bytes) => keep(bytes, { partial }), body, onLost))
      return String(pictures.length - 1)
    },
    find: (placeholder) => pictures[Number(placeholder)] ?? null,
    all: () => pictures.filter((picture) => picture !== null),
    lost: () => lost,
  }
}

async function keepOrLeaveOut(
  value: Base64Value,
  keep: EngineCall['keep'],
  body: BodyWindow,
  onLost: (error: AppError) => void,
): Promise<ImageInfo | null> {
  try {
    return await keep(value.bytes())
  } catch (error) {
    const broken = body.broken()
    if (broken) throw broken.cause
    if (value.brokenOff()) throw new SyntaxError('The answer ends in a picture', { cause: error })
    if (!(error instanceof AppError) || error.code === 'upstream_bad_answer') throw error
    if (!error.code.startsWith('image_')) onLost(error)
    return null
  }
}
