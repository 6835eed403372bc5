import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { JOB_STATES, type JobState } from '#domain/job.ts'
import type { Db } from '#proxy/database/tables.ts'
import { listJobs } from '#proxy/jobs/job-store.ts'
import { databases, type TestDatabase } from '#support/databases.ts'
import { insertMember, queueJob } from '#support/queue-job.ts'
import { wantsSomething } from '#ui/state/jobs/wants-something.ts'

const NOW = '2026-11-21T12:00:00.000Z'
const idOf = (number: number): string => `job-${String(number).padStart(16, '0')}`
const states = Object.keys(JOB_STATES) as JobState[]

describe.each(databases)('the list of jobs on $name', ({ create }) => {
  let database: TestDatabase
  let db: Db
  beforeAll(async () => {
    database = await create()
    db = await database.open()
    for (const member of ['pages', 'other', 'inbox']) await insertMember(db, member)
  })
  afterAll(async () => {
    await db.destroy()
    await database.drop()
  })

  test('goes on before a job, also among jobs of one millisecond; another member’s is missing', async () => {
    for (let number = 1; number <= 5; number += 1) {
      const created_at = number < 4 ? NOW : '2026-11-21T11:00:00.000Z'
      await queueJob(db, { id: idOf(number), member_id: 'pages', created_at })
    }
    const page = async (before?: string) => (await listJobs(db, 'pages', { limit: 2, before }, NOW)).map(({ id }) => id)
    expect(await page()).toEqual([idOf(3), idOf(2)])
    expect(await page(idOf(2))).toEqual([idOf(1), idOf(5)])
    expect(await page(idOf(5))).toEqual([idOf(4)])
    await expect(listJobs(db, 'other', { limit: 2, before: idOf(2) }, NOW)).rejects.toMatchObject({
      code: 'job_missing',
    })
  })

  test('has in the inbox what the plugin says wants something', async () => {
    const placed = JSON.stringify(['a'.repeat(64)])
    const kinds = states.flatMap((state) =>
      ['[]', placed].flatMap((marks) => [
        ...[null, NOW].map((dismissed_at) => ({ state, placed: marks, dismissed_at })),
        { state, placed: marks, cleared_at: NOW },
      ]),
    )
    for (const [index, kind] of kinds.entries())
      await queueJob(db, { id: idOf(100 + index), member_id: 'inbox', created_at: NOW, ...kind })
    const all = await listJobs(db, 'inbox', { limit: 100 }, NOW)
    expect(all).toHaveLength(kinds.length)
    const inbox = await listJobs(db, 'inbox', { inbox: 'true', limit: 100 }, NOW)
    expect(inbox.map(({ id }) => id)).toEqual(all.filter((job) => wantsSomething({ job })).map(({ id }) => id))
  })
})
