import { describeError } from '../log.ts'
import { type MaintenanceContext, runMaintenance } from './run-maintenance.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export interface Schedule {
  /** Ends a run that is under way; starts no other. */
  stop(): Promise<void>
}

/** Runs the maintenance now and every day. */
export function scheduleMaintenance(context: Omit<MaintenanceContext, 'stopped'>): Schedule {
  const stopped = new AbortController()
  const run = async (): Promise<void> => {
    try {
      const cleared = await runMaintenance({ ...context, stopped: stopped.signal })
      if (cleared) context.log.info(cleared, 'maintenance done')
    } catch (error) {
      context.log.error(describeError(error), 'maintenance failed')
    }
  }
  let running = run()
  const timer = setInterval(() => {
    running = running.then(run)
  }, DAY_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      stopped.abort()
      await running
    },
  }
}
