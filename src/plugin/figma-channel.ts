import { z } from 'zod'
import type { Channel } from '#contract/rpc.ts'
import { makeFailure } from '#domain/failure.ts'

/** Questions for `answer`, and answers to our own; anything else in the message stream is not ours. */
const wireMessageSchema = z.discriminatedUnion('t', [
  z.looseObject({ t: z.literal('q'), m: z.literal('answer'), a: z.array(z.unknown()) }),
  z.looseObject({ t: z.literal('s'), i: z.string() }),
])

/** The wire to the plugin's window, over Figma's own messages. */
export function figmaChannel(): Channel {
  return {
    post: (message) => figma.ui.postMessage(message),
    on: (listener) => {
      figma.ui.on('message', async (message: unknown) => {
        if (!wireMessageSchema.safeParse(message).success) return
        try {
          await listener(message)
        } catch {
          tellThePerson()
        }
      })
    },
  }
}

/** The answer could not be sent, and Figma reports no unhandled rejection, so only the person is left to tell. */
function tellThePerson(): void {
  try {
    figma.notify(makeFailure('internal').message, { error: true })
  } catch {
    // The plugin has been closed: every call of Figma's API throws from then on.
  }
}
