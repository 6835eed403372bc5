import { describeError } from '../log.ts'
import { type MaintenanceContext, runMaintenance } from './run-maintenance.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export interface Schedule {
  /** Waits for a run that is under way; starts no other. */
  stop(): Promise<void>
}

/** Runs the maintenance now and every day. */
export function scheduleMaintenance(context: MaintenanceContext): Schedule {
  const run = async (): Promise<void> => {
    try {
      const cleared = await runMaintenance(context)
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
      await running
    },
  }
}
