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

test('another process takes over the runs of a dead one after ten seconds, whatever the library asks for', async () => {
  const database = await createPostgres()
  const { dataDir, databaseUrl = null } = database.config
  const backend = await openWorkflows({ dataDir: dataDir ?? '', databaseUrl }, createLog('silent'))
  try {
    const { id } = await backend.createWorkflowRun(newRun)
    const taken = await backend.claimWorkflowRun({ workerId: 'one', leaseDurationMs: 30_000 })
    expect(taken?.id).toBe(id)
    const lease = (taken?.availableAt?.getTime() ?? 0) - (taken?.updatedAt.getTime() ?? 0)
    expect([lease > 5_000, lease <= 10_500]).toEqual([true, true])
    const held = await backend.extendWorkflowRunLease({ workflowRunId: id, workerId: 'one', leaseDurationMs: 30_000 })
    expect((held.availableAt?.getTime() ?? 0) - held.updatedAt.getTime()).toBeLessThanOrEqual(10_500)
  } finally {
    await backend.stop()
    await database.drop()
  }
})

const DAY_MS = 24 * 60 * 60_000

test.each(databases)('runs that ended days ago are forgotten at a start on $name', async ({ create }) => {
  const database = await create()
  const { dataDir = '', databaseUrl = null } = database.config
  const open = () => openWorkflows({ dataDir, databaseUrl }, createLog('silent'))
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
