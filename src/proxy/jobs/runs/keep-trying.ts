import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { describeError } from '../../log.ts'

const LONGEST_MS = 5_000

/** Does what must not be lost, again and again until it is done or `giveUp` aborts. Throws the last error then. */
export async function keepTrying(
  work: () => Promise<void>,
  { log, giveUp, about }: { log: Logger; giveUp: AbortSignal; about: string },
): Promise<void> {
  for (let ms = 250; ; ms = Math.min(2 * ms, LONGEST_MS)) {
    try {
      await work()
      return
    } catch (error) {
      if (giveUp.aborted) throw error
      log.error({ jobId: about, ...describeError(error) }, 'recording a call failed; trying again')
      await wait(ms, undefined, { signal: giveUp }).catch(() => undefined)
    }
  }
}
