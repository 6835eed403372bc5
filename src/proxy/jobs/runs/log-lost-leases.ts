import type { Backend } from 'openworkflow/internal'
import type { Logger } from 'pino'
import { describeError } from '../../log.ts'

/**
 * Logs when a run's lease cannot be renewed, as after a pause longer than the lease. The library would print the whole
 * error on stderr, past the log; it does nothing else with it, so the run is answered as it stands.
 */
export function logLostLeases(backend: Backend, log: Logger): void {
  const extend = backend.extendWorkflowRunLease.bind(backend)
  backend.extendWorkflowRunLease = async (params) => {
    try {
      return await extend(params)
    } catch (error) {
      const { workflowRunId } = params
      log.warn({ runId: workflowRunId, ...describeError(error) }, 'lease of a run not renewed')
      const run = await backend.getWorkflowRun({ workflowRunId })
      if (!run) throw error
      return run
    }
  }
}
