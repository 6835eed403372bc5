import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { OpenWorkflow } from 'openworkflow'
import { BackendSqlite } from 'openworkflow/sqlite'
import { expect, test } from 'vitest'
import { logLostLeases } from '#proxy/jobs/runs/log-lost-leases.ts'
import { createLog } from '#proxy/log.ts'
import { temporaryFolder } from '#support/start-test-proxy.ts'

test('a lease that cannot be renewed is a line of the log, not an error of the library', async () => {
  const folder = await temporaryFolder()
  const lines: string[] = []
  const to = new Writable({ write: (line, _, done) => done(void lines.push(String(line))) })
  const backend = BackendSqlite.connect(join(folder, 'workflows.sqlite'))
  logLostLeases(backend, createLog('info', to))
  const workflow = new OpenWorkflow({ backend }).defineWorkflow({ name: 'nothing' }, async () => undefined)
  const { workflowRun } = await workflow.run()

  const workflowRunId = workflowRun.id
  const renewed = backend.extendWorkflowRunLease({ workflowRunId, workerId: 'another', leaseDurationMs: 30_000 })
  await expect(renewed).resolves.toMatchObject({ id: workflowRunId, workerId: null })
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 40, runId: workflowRunId, error: 'Error' }])
  await backend.stop()
  await rm(folder, { recursive: true })
})
