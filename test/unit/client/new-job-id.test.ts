import { expect, test } from 'vitest'
import { newJobId } from '#client/new-job-id.ts'
import { jobIdSchema } from '#domain/job.ts'

test('ids are what the contract takes, and never the same', () => {
  const ids = Array.from({ length: 2_000 }, newJobId)
  for (const id of ids) expect(jobIdSchema.safeParse(id).success).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})
