import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { OpenWorkflow } from 'openworkflow'
import { BackendSqlite } from 'openworkflow/sqlite'
import type { JobEvent, SubmitJob } from '#contract/http-wire.ts'
import type { Job, JobState } from '#domain/job.ts'
import { createBell } from './bell.ts'
import { type Cancelled, cancelJob } from './cancel.ts'
import type { JobContext } from './job-context.ts'
import { watchJob } from './job-events.ts'
import { countJobs, listJobs, readJob } from './job-store.ts'
import { logLostLeases } from './log-lost-leases.ts'
import { recoverJobs } from './recover.ts'
import { runJob } from './run-job.ts'
import { type Submitted, submitJob } from './submit.ts'
import { typicalSeconds } from './typical-seconds.ts'
import { startWorkerLoop, type WorkerLoop } from './worker-loop.ts'

/** How long an engine that was told to give up may take to do so. */
const GIVE_UP_MS = 2_000

export interface Jobs {
  submit(memberId: string, jobId: string, body: SubmitJob): Promise<Submitted>
  read(memberId: string, jobId: string): Promise<Job>
  list(memberId: string, query: { state?: JobState | undefined; limit: number }): Promise<Job[]>
  count(memberId: string): Promise<number>
  cancel(memberId: string, jobId: string): Promise<Cancelled>
  /** Ends when the job has ended, `signal` aborts, or the proxy stops. */
  watch(memberId: string, jobId: string, after: number, signal: AbortSignal): AsyncGenerator<JobEvent>
  typicalSeconds(): Promise<Record<string, Record<string, number>>>
  /** Starts no more work, waits for what was sent up to `limitMs`, then tells the engine to give up. */
  stop(limitMs: number): Promise<void>
}

export interface JobsSetUp extends Omit<JobContext, 'changes' | 'giveUp' | 'underWay'> {
  /** File of the durable runs. Apart from the database of jobs: each of the two holds its own write lock. */
  workflowsPath: string
  /** Jobs running at the same time. */
  concurrency: number
}

/** Starts the work on jobs, with those an earlier process left unfinished. */
export async function openJobs({ workflowsPath, concurrency, ...given }: JobsSetUp): Promise<Jobs> {
  const giveUp = new AbortController()
  const stopped = new AbortController()
  const context: JobContext = { ...given, changes: createBell(), giveUp: giveUp.signal, underWay: new Map() }
  const { db } = context
  const backend = BackendSqlite.connect(workflowsPath)
  logLostLeases(backend, context.log)
  const workflows = new OpenWorkflow({ backend })
  const definition = runJob(context)
  const workflow = workflows.defineWorkflow(definition.spec, async (run) => {
    try {
      await definition.fn(run)
    } finally {
      setImmediate(() => loop.wake())
    }
  })
  const start = async (jobId: string, key: string): Promise<void> => {
    await workflow.run({ jobId }, { idempotencyKey: key })
  }
  await recoverJobs(context, (jobId) => start(jobId, `${jobId} ${randomUUID()}`))
  const loop: WorkerLoop = startWorkerLoop(workflows.newWorker({ concurrency }), context.log)

  return {
    async submit(memberId, jobId, body) {
      const submitted = await submitJob(context, memberId, jobId, body)
      if (submitted.job.state === 'queued') await start(jobId, jobId)
      loop.wake()
      return submitted
    },
    read: (memberId, jobId) => readJob(db, memberId, jobId),
    list: (memberId, query) => listJobs(db, memberId, query),
    count: (memberId) => countJobs(db, memberId),
    cancel: (memberId, jobId) => cancelJob(context, memberId, jobId),
    watch: (memberId, jobId, after, signal) =>
      watchJob(context, { memberId, jobId, after, signal: AbortSignal.any([signal, stopped.signal]) }),
    typicalSeconds: () => typicalSeconds(db, context.engine.name),
    async stop(limitMs) {
      const idle = loop.stop()
      await Promise.race([idle, wait(limitMs, undefined, { ref: false })])
      giveUp.abort()
      await Promise.race([idle, wait(GIVE_UP_MS, undefined, { ref: false })])
      stopped.abort()
      await backend.stop()
    },
  }
}
