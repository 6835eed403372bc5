import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Ages } from './retention-ages.ts'

/**
 * Whether a member's hold on a picture, a row of `image_owners`, may end: it was not used for long enough, and no job of
 * the member needs it. A job that has not ended needs all of its pictures; one with a placed result needs that result and
 * what it was made from. What an edit started from and what the engine made of it stay as long as its results, so that
 * these can be looked at without protection. An answer is on disk a moment before its pictures are noted, so open jobs are asked
 * for what they received too.
 */
export const mayGo = (ages: Ages): RawBuilder<SqlBool> => sql<SqlBool>`(
  coalesce(image_owners.used_at, image_owners.created_at) < case
    when ${usedAs('result')} or ${usedAs('raw')} then ${ages.results}
    when ${usedAs('partial')} then ${ages.partials}
    else ${ages.uploads} end
  and not exists (
    select 1 from job_images join jobs on jobs.id = job_images.job_id
    where job_images.image_id = image_owners.image_id and jobs.member_id = image_owners.member_id and (
      jobs.state in ('queued', 'running')
      or (job_images.kind = 'reference' and (jobs.placed <> '[]' or jobs.created_at >= ${ages.uploads}))
      or (job_images.kind = 'result' and (
        jobs.placed like '%' || image_owners.image_id || '%' or coalesce(jobs.ended_at, jobs.created_at) >= ${ages.results}))
      or (job_images.kind in ('original', 'raw') and (
        jobs.placed <> '[]' or coalesce(jobs.ended_at, jobs.created_at) >= ${ages.results}))
      or (job_images.kind = 'partial' and coalesce(jobs.ended_at, jobs.created_at) >= ${ages.partials})))
  and not exists (
    select 1 from jobs where jobs.member_id = image_owners.member_id and jobs.state in ('queued', 'running')
      and jobs.received like '%' || image_owners.image_id || '%'))`

const usedAs = (kind: 'result' | 'raw' | 'partial'): RawBuilder<SqlBool> => sql<SqlBool>`exists (
  select 1 from job_images join jobs on jobs.id = job_images.job_id
  where job_images.image_id = image_owners.image_id and jobs.member_id = image_owners.member_id
    and job_images.kind = ${kind})`

/** Whether nobody has a picture, a row of `images`, any more, and no job that needs it names it either. */
export const isUnowned: RawBuilder<SqlBool> = sql<SqlBool>`(
  not exists (select 1 from image_owners where image_owners.image_id = images.id)
  and not exists (
    select 1 from job_images join jobs on jobs.id = job_images.job_id
    where job_images.image_id = images.id
      and (jobs.state in ('queued', 'running') or jobs.placed like '%' || images.id || '%')))`
