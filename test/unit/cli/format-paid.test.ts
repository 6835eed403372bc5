import { expect, test } from 'vitest'
import { formatPaid } from '#cli/format-paid.ts'
import type { Job } from '#domain/job.ts'
import { sampleJob } from '#support/sample-job.ts'

const price = { reserved: 3_600, charged: null, exact: true }

test.each<[Partial<Job>, string]>([
  [{ state: 'running' }, '$0.0036 reserved'],
  [{ state: 'done', price: { ...price, charged: 3_500 } }, '$0.0035'],
  [{ state: 'failed' }, 'nothing charged'],
  [{ state: 'cancelled' }, 'nothing charged'],
  [{ state: 'failed', mayHaveBeenCharged: true }, 'perhaps charged $0.0036'],
])('%o is written %s', (change, written) => {
  expect(formatPaid(sampleJob({ price, ...change }))).toBe(written)
})
