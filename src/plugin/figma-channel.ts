import type { Channel } from '#contract/rpc.ts'
import { makeFailure } from '#domain/failure.ts'

/** The wire to the plugin's window, over Figma's own messages. */
export function figmaChannel(): Channel {
  return {
    post: (message) => figma.ui.postMessage(message),
    on: (listener) => {
      figma.ui.on('message', async (message: unknown) => {
        if (!isOfTheWire(message)) return
        try {
          await listener(message)
        } catch {
          tellThePerson()
        }
      })
    },
  }
}

/** Questions for `answer`, and answers to our own; anything else in the message stream is not ours. */
function isOfTheWire(message: unknown): boolean {
  if (typeof message !== 'object' || message === null || !('t' in message)) return false
  if (message.t === 's') return true
  return message.t === 'q' && 'm' in message && message.m === 'answer' && 'a' in message && Array.isArray(message.a)
}

/** The answer could not be sent, and Figma reports no unhandled rejection, so only the person is left to tell. */
function tellThePerson(): void {
  try {
    figma.notify(makeFailure('internal').message, { error: true })
  } catch {
    // The plugin has been closed: every call of Figma's API throws from then on.
  }
}
