import type { Backend, WorkflowRun } from 'openworkflow/internal'
import type { Logger } from 'pino'
import { describeError } from '../../log.ts'

/** How long after a process has died another one takes over its runs. */
const LEASE_MS = 10_000
/** A run that nobody has begun to work on by then is free again: its claim, or what was to be done with it, got lost. */
const BEGIN_MS = 5_000
const RENEW_MS = 3_000

/** Says that work on a run begins; what it gives says that the work is over. */
export type HoldLease = (runId: string) => () => void

/**
 * Makes leases shorter than the library's half minute, and renews them as much more often, for as long as a run is worked
 * on. One whose end the library could not record, as when its connection broke, is given back, so that it is taken up
 * again. What keeps a job from being paid twice is not the lease but the job's own row, so a lease that ends too early
 * costs nothing but a second look.
 */
export function renewLeases(backend: Backend, log: Logger): HoldLease {
  /** By run: a worker that takes over its own earlier run renews one lease. */
  const leases = new Map<string, { timer: NodeJS.Timeout; renew(): Promise<void> }>()
  /** How often work on a run is under way: one that lost its lease can be begun a second time. */
  const worked = new Map<string, number>()
  const claim = backend.claimWorkflowRun.bind(backend)
  const extend = backend.extendWorkflowRunLease.bind(backend)
  const stop = backend.stop.bind(backend)
  backend.stop = async () => {
    for (const { timer } of leases.values()) clearInterval(timer)
    await stop()
  }
  backend.extendWorkflowRunLease = (params) => extend({ ...params, leaseDurationMs: LEASE_MS })
  backend.claimWorkflowRun = async (params) => {
    const run = await claim({ ...params, leaseDurationMs: BEGIN_MS })
    if (run) keep(run, params.workerId)
    return run
  }

  function keep({ id }: WorkflowRun, workerId: string): void {
    const renew = async (): Promise<void> => {
      try {
        const isWorked = worked.has(id)
        const isHeld = await isHeldBy(backend, id, workerId)
        if (isHeld) await extend({ workflowRunId: id, workerId, leaseDurationMs: isWorked ? LEASE_MS : 0 })
        if (isHeld && isWorked) return
        clearInterval(timer)
        if (leases.get(id)?.timer === timer) leases.delete(id)
      } catch (error) {
        // One that ended a moment ago cannot be renewed and need not be.
        if (!(await isHeldBy(backend, id, workerId).catch(() => true))) return
        log.warn({ runId: id, ...describeError(error) }, 'lease of a run not renewed')
      }
    }
    const timer = setInterval(renew, RENEW_MS).unref()
    clearInterval(leases.get(id)?.timer)
    leases.set(id, { timer, renew })
  }

  return (id) => {
    worked.set(id, (worked.get(id) ?? 0) + 1)
    void leases.get(id)?.renew()
    return () => {
      const left = (worked.get(id) ?? 1) - 1
      if (left > 0) worked.set(id, left)
      else worked.delete(id)
    }
  }
}

async function isHeldBy(backend: Backend, workflowRunId: string, workerId: string): Promise<boolean> {
  const run = await backend.getWorkflowRun({ workflowRunId })
  return run?.status === 'running' && run.workerId === workerId
}
