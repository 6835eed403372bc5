import type { WorkflowRun } from 'openworkflow/internal'
import { expect, test, vi } from 'vitest'
import { openWorkflows } from '#proxy/jobs/runs/open-workflows.ts'
import { createLog } from '#proxy/log.ts'
import { createPostgres, databases } from '#support/databases.ts'

const newRun = {
  workflowName: 'run-job',
  version: null,
  idempotencyKey: null,
  config: {},
  context: null,
  input: {},
  parentStepAttemptNamespaceId: null,
  parentStepAttemptId: null,
  availableAt: null,
  deadlineAt: null,
}

/** Milliseconds. */
const leaseOf = (run: WorkflowRun | null): number =>
  (run?.availableAt?.getTime() ?? 0) - (run?.updatedAt.getTime() ?? 0)

test('another process takes over the runs of a dead one after ten seconds, or five when none was begun, whatever the library asks for', async () => {
  const database = await createPostgres()
  const { dataDir, databaseUrl = null } = database.config
  const { backend } = await openWorkflows({ dataDir: dataDir ?? '', databaseUrl }, createLog('silent'))
  try {
    const { id } = await backend.createWorkflowRun(newRun)
    const taken = await backend.claimWorkflowRun({ workerId: 'one', leaseDurationMs: 30_000 })
    expect(taken?.id).toBe(id)
    expect(leaseOf(taken)).toBe(5_000)
    const held = await backend.extendWorkflowRunLease({ workflowRunId: id, workerId: 'one', leaseDurationMs: 30_000 })
    expect(leaseOf(held)).toBe(10_000)
  } finally {
    await backend.stop()
    await database.drop()
  }
})

test('a run that is not worked on, as when the connection broke, is free again within seconds', async () => {
  const database = await createPostgres()
  const { backend, holdLease } = await openWorkflows(database.config, createLog('silent'))
  const claim = async (workerId: string) => (await backend.claimWorkflowRun({ workerId, leaseDurationMs: 30_000 }))?.id
  const leaseLeft = async (workflowRunId = '') => leaseOf(await backend.getWorkflowRun({ workflowRunId }))
  try {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    for (let i = 0; i < 3; i += 1) await backend.createWorkflowRun(newRun)
    const [neverBegun, ended, worked] = [await claim('one'), await claim('two'), await claim('three')]
    const end = holdLease(ended ?? '')
    holdLease(worked ?? '')
    end()
    await vi.advanceTimersByTimeAsync(3_000)
    await expect.poll(() => leaseLeft(neverBegun)).toBeLessThanOrEqual(0)
    await expect.poll(() => leaseLeft(ended)).toBeLessThanOrEqual(0)
    expect([await claim('other'), await claim('other')].sort()).toEqual([neverBegun, ended].sort())
    await expect.poll(() => leaseLeft(worked)).toBe(10_000)
    expect((await backend.getWorkflowRun({ workflowRunId: worked ?? '' }))?.workerId).toBe('three')
  } finally {
    vi.useRealTimers()
    await backend.stop()
    await database.drop()
  }
})

const DAY_MS = 24 * 60 * 60_000

test.each(databases)('runs that ended days ago are forgotten at a start on $name', async ({ create }) => {
  const database = await create()
  const { dataDir = '', databaseUrl = null } = database.config
  const open = async () => (await openWorkflows({ dataDir, databaseUrl }, createLog('silent'))).backend
  const today = Date.now()
  const startIn = async (days: number): Promise<void> => {
    vi.setSystemTime(today + days * DAY_MS)
    await (await open()).stop()
  }
  const left = async (): Promise<number> => {
    vi.setSystemTime(today)
    const backend = await open()
    const { completed } = await backend.countWorkflowRuns()
    await backend.stop()
    return completed
  }
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const backend = await open()
    await backend.createWorkflowRun(newRun)
    const run = await backend.claimWorkflowRun({ workerId: 'one', leaseDurationMs: 30_000 })
    await backend.completeWorkflowRun({ workflowRunId: run?.id ?? '', workerId: 'one', output: null })
    await backend.stop()
    await startIn(1)
    expect(await left()).toBe(1)
    await startIn(3)
    expect(await left()).toBe(0)
  } finally {
    vi.useRealTimers()
    await database.drop()
  }
})
