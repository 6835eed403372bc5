import { expect, test } from 'vitest'
import { openWorkflows } from '#proxy/jobs/runs/open-workflows.ts'
import { createLog } from '#proxy/log.ts'
import { createPostgres } from '#support/databases.ts'

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
