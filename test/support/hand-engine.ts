import { AppError } from '#domain/app-error.ts'
import type { ImageInfo } from '#domain/image.ts'
import type { Engine, EngineAnswer, EngineCall } from '#proxy/engines/engine.ts'
import { samplePng } from './sample-images.ts'

export interface HandEngine extends Engine {
  /** The calls so far, oldest first. */
  calls: HandCall[]
  /** The call of that number, as soon as it is made. */
  call(index: number): Promise<HandCall>
}

interface HandCall extends EngineCall {
  /** Answers with pictures of the asked size, or with the given bytes; what is no picture is left out. */
  answer(change?: Partial<Omit<EngineAnswer, 'images'>> & { images?: Uint8Array[] }): Promise<void>
  /** Shows an unfinished picture; one that is none is left out. */
  partial(bytes: Uint8Array): Promise<void>
  fail(error: unknown): void
}

/** An engine worked by hand: every call waits until the test answers it. One that is not simulated may charge. */
export function createHandEngine({ simulated = true }: { simulated?: boolean } = {}): HandEngine {
  const calls: HandCall[] = []
  let waiting: (() => void)[] = []
  return {
    name: 'hand',
    simulated,
    calls,
    run: (call) =>
      new Promise((resolve, reject) => {
        call.signal.addEventListener('abort', () => reject(call.signal.reason))
        calls.push({ ...call, ...handsOn(call, resolve), fail: reject })
        const woken = waiting
        waiting = []
        for (const wake of woken) wake()
      }),
    async call(index) {
      for (;;) {
        const made = calls[index]
        if (made) return made
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
    },
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function handsOn(call: EngineCall, resolve: (answer: EngineAnswer) => void): Pick<HandCall, 'answer' | 'partial'> {
  let partials = 0
  const keep = async (bytes: Uint8Array, options = {}): Promise<ImageInfo[]> => {
    try {
      return [await call.keep(once(bytes), options)]
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('image_')) return []
      throw error
    }
  }
  return {
    async answer({ images = null, ...change } = {}) {
      const kept: ImageInfo[] = []
      for (const bytes of images ?? (await drawn(call))) kept.push(...(await keep(bytes)))
      const usage = { inputTextTokens: 20, inputImageTokens: 0, outputTokens: 200 }
      resolve({ images: kept, usage, reported: {}, requestId: 'req_hand', ...change })
    },
    async partial(bytes) {
      for (const image of await keep(bytes, { partial: true })) await call.onPartial(partials++, image)
    },
  }
}

async function drawn({ request }: EngineCall): Promise<Uint8Array[]> {
  const picture = await samplePng(request.size.width, request.size.height)
  return Array.from({ length: request.count }, () => picture)
}
