import type { Job } from '#domain/job.ts'
import { findModel } from '#domain/models.ts'
import { planJob } from '#domain/plan-job.ts'
import { sampleBrief } from './sample-brief.ts'

/** A job as the proxy tells it; override what the test is about. */
export function sampleJob(change: Partial<Job> = {}): Job {
  const brief = change.brief ?? sampleBrief()
  const frame = { width: 1440, height: 900, name: 'Hero', nodeId: '1:2' }
  const { plan, request, price } = planJob(brief, frame, findModel(brief.render.model))
  return {
    id: 'job-0000000000000001',
    state: 'running',
    frame,
    brief,
    plan,
    prompt: request.prompt,
    engine: { name: 'offline', simulated: true },
    price: { reserved: price.total, charged: null, exact: price.exact },
    position: null,
    partials: [],
    results: [],
    failure: null,
    mayHaveBeenCharged: false,
    credits: null,
    batchId: null,
    waiting: null,
    placed: [],
    dismissed: false,
    clearedAt: null,
    createdAt: '2026-11-21T10:00:00.000Z',
    startedAt: '2026-11-21T10:00:01.000Z',
    endedAt: null,
    ...change,
  }
}

/** A finished picture of a job. */
export const sampleResult = (digit: string, change: object = {}) => ({
  image: { id: digit.repeat(64), width: 1152, height: 720, format: 'png' as const, bytes: 1000, ...change },
  mismatches: [],
  composite: null,
  cutout: null,
})
