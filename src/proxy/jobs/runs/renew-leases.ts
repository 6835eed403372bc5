import type { Backend, WorkflowRun } from 'openworkflow/internal'
import type { Logger } from 'pino'
import { describeError } from '../../log.ts'

/** How long after a process has died another one takes over its runs. */
const LEASE_MS = 10_000
const RENEW_MS = 3_000

/**
 * Makes leases shorter than the library's half minute, and renews them as much more often. What keeps a job from being
 * paid twice is not the lease but the job's own row, so a lease that ends too early costs nothing but a second look.
 */
export function renewLeases(backend: Backend, log: Logger): void {
  /** By run: a worker that takes over its own earlier run renews one lease. */
  const timers = new Map<string, NodeJS.Timeout>()
  const claim = backend.claimWorkflowRun.bind(backend)
  const extend = backend.extendWorkflowRunLease.bind(backend)
  const stop = backend.stop.bind(backend)
  backend.stop = async () => {
    for (const timer of timers.values()) clearInterval(timer)
    await stop()
  }
  backend.extendWorkflowRunLease = (params) => extend({ ...params, leaseDurationMs: LEASE_MS })
  backend.claimWorkflowRun = async (params) => {
    const run = await claim({ ...params, leaseDurationMs: LEASE_MS })
    if (run) keep(run, params.workerId)
    return run
  }

  function keep({ id }: WorkflowRun, workerId: string): void {
    clearInterval(timers.get(id))
    const timer = setInterval(async () => {
      try {
        if (await isHeld(backend, id, workerId)) {
          await extend({ workflowRunId: id, workerId, leaseDurationMs: LEASE_MS })
        } else {
          end()
        }
      } catch (error) {
        log.warn({ runId: id, ...describeError(error) }, 'lease of a run not renewed')
      }
    }, RENEW_MS)
    timer.unref()
    timers.set(id, timer)
    const end = (): void => {
      clearInterval(timer)
      if (timers.get(id) === timer) timers.delete(id)
    }
  }
}

async function isHeld(backend: Backend, workflowRunId: string, workerId: string): Promise<boolean> {
  const run = await backend.getWorkflowRun({ workflowRunId })
  return run?.status === 'running' && run.workerId === workerId
}
