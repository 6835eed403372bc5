import { setTimeout as wait } from 'node:timers/promises'
import type { JobEvent, MarkJob, SubmitBatch, SubmitJob } from '#contract/http-wire.ts'
import type { Job } from '#domain/job.ts'
import type { Config } from '../config.ts'
import { upstreamOf } from '../upstream-of.ts'
import { type Cancelled, cancelJob } from './cancel.ts'
import { createQueue } from './create-queue.ts'
import { readRaw } from './delivery/read-raw.ts'
import type { JobContext } from './job-context.ts'
import { watchJob } from './job-events.ts'
import { countJobs, type JobQuery, listJobs, readJob } from './job-store.ts'
import { markJob } from './mark.ts'
import { openBell } from './open-bell.ts'
import { openWorkflows } from './runs/open-workflows.ts'
import { recoverJobs } from './runs/recover.ts'
import { salvagePictures } from './runs/salvage.ts'
import { startWork } from './runs/work.ts'
import { type Submitted, submitJob } from './submit.ts'
import { type SubmittedBatch, submitBatch } from './submit-batch.ts'
import { typicalSeconds } from './typical-seconds.ts'

/** How long an engine that was told to give up may take to do so. */
const GIVE_UP_MS = 2_000

export interface Jobs {
  submit(memberId: string, jobId: string, body: SubmitJob): Promise<Submitted>
  submitBatch(memberId: string, batchId: string, body: SubmitBatch): Promise<SubmittedBatch>
  read(memberId: string, jobId: string): Promise<Job>
  list(memberId: string, query: JobQuery): Promise<Job[]>
  count(memberId: string): Promise<number>
  cancel(memberId: string, jobId: string): Promise<Cancelled>
  mark(memberId: string, jobId: string, mark: MarkJob): Promise<Job>
  /** How to put an edit's result together without protecting anything; see `readRaw`. */
  raw(memberId: string, jobId: string, index: number): Promise<() => Promise<Uint8Array>>
  /** Ends when the job has ended, `signal` aborts, or the proxy stops. */
  watch(memberId: string, jobId: string, after: number, signal: AbortSignal): AsyncGenerator<JobEvent>
  typicalSeconds(): Promise<Record<string, Record<string, number>>>
  /** Starts no more work, waits for what was sent up to `limitMs`, then tells the engine to give up. */
  stop(limitMs: number): Promise<void>
}

export interface JobsSetUp extends Omit<JobContext, 'changes' | 'giveUp' | 'underWay' | 'finishing'> {
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'concurrency' | 'engine' | 'limits'>
}

/** Starts the work on jobs, with those an earlier process left unfinished. */
export async function openJobs({ config, ...given }: JobsSetUp): Promise<Jobs> {
  const giveUp = new AbortController()
  const stopped = new AbortController()
  const changes = await openBell(config, given.log)
  const ownWork = { underWay: new Map(), finishing: new Map() }
  const context: JobContext = { ...given, ...ownWork, changes, giveUp: giveUp.signal }
  const { db, now } = context
  const workflows = await openWorkflows(config, context.log)
  const { delivered: salvaged } = await salvagePictures(context)
  // Others may be at work on a shared database: their leases tell what they left.
  const { delivered } = config.databaseUrl === null ? await recoverJobs(context) : { delivered: null }
  const work = startWork(context, workflows, { upstream: upstreamOf(config), concurrency: config.concurrency })
  // Submits wait for each other on the budgets' rows anyway; there, each would keep a connection from the work on jobs.
  const inTurn = createQueue()

  return {
    submit: (memberId, jobId, body) => inTurn(() => submitJob(context, memberId, jobId, body)),
    submitBatch: (memberId, batchId, body) => inTurn(() => submitBatch(context, memberId, batchId, body)),
    read: (memberId, jobId) => readJob(db, memberId, jobId, now()),
    list: (memberId, query) => listJobs(db, memberId, query, now()),
    count: (memberId) => countJobs(db, memberId),
    cancel: (memberId, jobId) => cancelJob(context, memberId, jobId),
    mark: (memberId, jobId, mark) => markJob(context, memberId, jobId, mark),
    raw: (memberId, jobId, index) => readRaw(context, memberId, jobId, index),
    watch: (memberId, jobId, after, signal) =>
      watchJob(context, { memberId, jobId, after, signal: AbortSignal.any([signal, stopped.signal]) }),
    typicalSeconds: () => typicalSeconds(db, context.engine.name),
    async stop(limitMs) {
      const idle = Promise.all([(await work.stop()).idle, delivered, salvaged])
      await Promise.race([idle, wait(limitMs, undefined, { ref: false })])
      giveUp.abort()
      await Promise.race([idle, wait(GIVE_UP_MS, undefined, { ref: false })])
      stopped.abort()
      await Promise.all([workflows.backend.stop(), changes.close()])
    },
  }
}
