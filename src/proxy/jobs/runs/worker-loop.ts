import type { Worker } from 'openworkflow'
import type { Logger } from 'pino'
import { describeError } from '../../log.ts'
import { createBell } from '../bell.ts'

/** How soon runs are found that nobody rang for: retries that fell due, and runs another process left behind. */
const POLL_MS = 500

export interface WorkerLoop {
  /** Looks for work now. */
  wake(): void
  /** Takes no new work. Resolves when none is being taken; `idle` when what was running has ended. */
  stop(): Promise<{ idle: Promise<void> }>
}

/** Runs a worker that starts new work at once: the worker's own loop can sleep for a second and cannot be woken. */
export function startWorkerLoop(worker: Worker, log: Logger): WorkerLoop {
  const bell = createBell()
  let working = true
  const loop = async (): Promise<void> => {
    while (working) {
      const woken = bell.next(POLL_MS)
      const claimed = await tick(worker, log)
      if (claimed === 0) await woken
    }
  }
  const ended = loop()
  return {
    wake: () => bell.ring(),
    async stop() {
      working = false
      bell.ring()
      await ended
      return { idle: worker.stop() }
    },
  }
}

async function tick(worker: Worker, log: Logger): Promise<number> {
  try {
    return await worker.tick()
  } catch (error) {
    log.error(describeError(error), 'looking for work failed')
    return 0
  }
}
