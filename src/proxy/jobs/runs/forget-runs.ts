import type { Backend } from 'openworkflow/internal'
import type { Logger } from 'pino'
import { describeError } from '../../log.ts'

const DAY_MS = 24 * 60 * 60_000
/** The library answers for the name of a run a day long; a turn is never longer. */
const KEEP_MS = 2 * DAY_MS

/** Forgets the runs that ended days ago, now and every day: the library keeps them for ever. */
export function forgetRuns(backend: Backend, log: Logger, forget: (endedBefore: string) => Promise<unknown>): void {
  const run = async (): Promise<void> => {
    try {
      await forget(new Date(Date.now() - KEEP_MS).toISOString())
    } catch (error) {
      log.warn(describeError(error), 'ended runs not forgotten')
    }
  }
  const timer = setInterval(run, DAY_MS).unref()
  const first = run()
  const stop = backend.stop.bind(backend)
  backend.stop = async () => {
    clearInterval(timer)
    await first
    await stop()
  }
}
