import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openDatabase } from '#proxy/database/open-database.ts'
import { typicalSeconds } from '#proxy/jobs/typical-seconds.ts'
import { temporaryFolder } from '#support/start-test-proxy.ts'

const at = (second: number): string => new Date(Date.UTC(2026, 10, 20, 12, 0, second)).toISOString()
const empty = { frame: '{}', brief: '{}', plan: '{}', request: '{}', partials: '[]', results: '[]' }
const row = {
  ...empty,
  member_id: 'm',
  body_hash: '',
  engine_simulated: 0,
  reserved: 1,
  charged: 1,
  exact: 1,
  failure: null,
  may_have_been_charged: 0,
  run_id: null,
  sent_at: null,
  received: null,
  created_at: at(0),
  started_at: at(0),
}

test('the median of what was done, by model and quality, of this engine only', async () => {
  const folder = await temporaryFolder()
  const db = await openDatabase({ dataDir: folder, databaseUrl: null })
  const member = { id: 'm', name: 'm', token_hash: 'h', budget: 1, ledger_version: 0, created_at: at(0) }
  await db.insertInto('members').values(member).execute()
  const jobs: [string, string, 'done' | 'failed', string, number][] = [
    ['gpt-image-2', 'low', 'done', 'openai', 30],
    ['gpt-image-2', 'low', 'done', 'openai', 10],
    ['gpt-image-2', 'low', 'done', 'openai', 12],
    ['gpt-image-2', 'high', 'done', 'openai', 50],
    ['gpt-image-2', 'low', 'failed', 'openai', 1],
    ['gpt-image-2', 'low', 'done', 'offline', 1],
    ['gpt-image-2.5-flare', 'low', 'done', 'openai', 4],
  ]
  const rows = jobs.map(([model, quality, state, engine_name, seconds], i) => {
    return { ...row, id: `job-${i}`, model, quality, state, engine_name, ended_at: at(seconds) }
  })
  await db.insertInto('jobs').values(rows).execute()
  expect(await typicalSeconds(db, 'openai')).toEqual({
    'gpt-image-2': { low: 12, high: 50 },
    'gpt-image-2.5-flare': { low: 4 },
  })
  expect(await typicalSeconds(db, 'hand')).toEqual({})
  await db.destroy()
  await rm(folder, { recursive: true })
})
