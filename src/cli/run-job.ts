import { newJobId } from '#client/new-job-id.ts'
import type { ProxyClient } from '#client/proxy-client.ts'
import type { Brief } from '#domain/brief.ts'
import { creditsOf } from '#domain/credits.ts'
import type { Frame } from '#domain/frame.ts'
import type { Job } from '#domain/job.ts'
import { findModel } from '#domain/models.ts'
import { planJob } from '#domain/plan-job.ts'
import { createProgress } from './progress.ts'

/** What a job is about, and whether its progress is told (`json` says no). */
export interface JobWanted {
  brief: Brief
  frame: Frame
  json: boolean
}

/** Submits a job at the price it has and follows it until it ends. */
export async function runJob(client: ProxyClient, { brief, frame, json }: JobWanted): Promise<Job> {
  const { price, request } = planJob(brief, frame, findModel(brief.render.model))
  const { credits } = await client.session()
  const agreedCredits = credits && creditsOf(credits.table, request.size, request.count)
  let job = await client.putJob(newJobId(), { frame, brief, agreedPrice: price.total, agreedCredits })
  if (!json) console.error(`Job ${job.id}. Should this end early: framewright fetch ${job.id}`)
  const progress = createProgress(process.stderr, !json)
  for await (const event of client.watchJob(job.id, { signal: new AbortController().signal })) {
    job = event.job
    progress.show(job)
  }
  progress.end()
  return job
}
