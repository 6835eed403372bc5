import { AppError } from '#domain/app-error.ts'
import { checkRequest } from '#domain/check-request.ts'
import type { ImageInfo } from '#domain/image.ts'
import { findModel } from '#domain/models.ts'
import { inputImageTokens, outputTokens, type Usage } from '#domain/pricing.ts'
import { textTokens } from '#domain/text-tokens.ts'
import type { Engine, EngineAnswer, EngineCall } from '../engine.ts'
import { drawAsked } from './draw-asked.ts'
import { encodeDrawn, encodePartial } from './encode-drawn.ts'
import { type OpenedReference, openReferences } from './opened-reference.ts'
import { pause, waitFor } from './waits.ts'

export interface OfflineOptions {
  /** Milliseconds each picture takes; `realistic` depends on quality and size. */
  waitMs: number | 'realistic'
}

const TOKENS_PER_PARTIAL = 100

/** What the real model reports for such a request. */
function usageOf({ request }: EngineCall, references: OpenedReference[], partials: number): Usage {
  const model = findModel(request.model)
  return {
    inputTextTokens: textTokens(request.prompt),
    inputImageTokens: references.reduce((sum, { found }) => sum + inputImageTokens(found), 0),
    outputTokens: request.count * outputTokens(model, request.quality, request.size) + partials * TOKENS_PER_PARTIAL,
  }
}

async function run(call: EngineCall, options: OfflineOptions): Promise<EngineAnswer> {
  const { request, signal } = call
  checkRequest(request)
  const references = await openReferences(call)
  const mask = request.mask === null ? null : await call.readImage(request.mask)
  const stretch = waitFor(request, options.waitMs) / (request.partialImages + 1)
  const images: ImageInfo[] = []
  let partials = 0
  for (let index = 0; index < request.count; index++) {
    await pause(0, signal)
    const drawn = await drawAsked(request, references, mask, index)
    for (let step = 0; step < request.partialImages; step++) {
      await pause(stretch, signal)
      await showPartial(call, partials, await encodePartial(drawn, request, step))
      partials += 1
    }
    await pause(stretch, signal)
    images.push(await call.keep(once(await encodeDrawn(drawn, request))))
  }
  const { size, quality, format } = request
  return {
    images,
    usage: usageOf(call, references, partials),
    reported: { size: `${size.width}x${size.height}`, quality, format },
    requestId: null,
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** A partial picture that cannot be kept or shown never ends the call. */
async function showPartial({ keep, onPartial }: EngineCall, index: number, bytes: Uint8Array): Promise<void> {
  try {
    await onPartial(index, await keep(once(bytes), { partial: true }))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

/** Draws pictures without any model: no key, no network, no cost. It refuses and reports as the real model does. */
export function createOfflineEngine(options: OfflineOptions): Engine {
  return { name: 'offline', simulated: true, run: (call) => run(call, options) }
}
