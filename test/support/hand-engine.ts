import type { Engine, EngineAnswer, EngineCall } from '#proxy/engines/engine.ts'
import { samplePng } from './sample-images.ts'

export interface HandEngine extends Engine {
  /** The calls so far, oldest first. */
  calls: HandCall[]
  /** The call of that number, as soon as it is made. */
  call(index: number): Promise<HandCall>
}

interface HandCall extends EngineCall {
  /** Answers with pictures of the asked size, or with the given bytes. */
  answer(change?: Partial<EngineAnswer>): Promise<void>
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
        calls.push({ ...call, answer: async (change) => resolve({ ...(await drawn(call)), ...change }), fail: reject })
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

async function drawn({ request }: EngineCall): Promise<EngineAnswer> {
  const picture = await samplePng(request.size.width, request.size.height)
  return {
    images: Array.from({ length: request.count }, () => picture),
    usage: { inputTextTokens: 20, inputImageTokens: 0, outputTokens: 200 },
    reported: {},
    requestId: 'req_hand',
  }
}
