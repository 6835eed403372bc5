import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../database/tables.ts'

interface InLine {
  id: string
  image_count: number
  /** How many are ahead of it. */
  place: number | string | bigint
  /** 1 when it may not be sent yet. */
  later: number
}

/**
 * All queued jobs in the order they get their turn. Members take turns: a job stands behind as many others as its
 * member has running and queued before it; then comes who was served longest ago. A job that waits for a time to
 * come stands behind all that need not.
 */
const line = (now: string): RawBuilder<InLine> => sql`
  with waiting as (
    select id, member_id, image_count, created_at, case when not_before > ${now} then 1 else 0 end as later
    from jobs where state = 'queued'
  ),
  numbered as (
    select waiting.*, row_number() over (partition by member_id order by later, created_at, id) - 1 as own_before
    from waiting
  ),
  served as (
    select member_id,
      (select count(*) from jobs where jobs.member_id = one.member_id and jobs.state = 'running') as running_now,
      (select coalesce(max(turn_at), '') from jobs where jobs.member_id = one.member_id) as last_served
    from (select distinct member_id from waiting) as one
  )
  select numbered.id, numbered.image_count, numbered.later,
    row_number() over (
      order by numbered.later, served.running_now + numbered.own_before, served.last_served, numbered.created_at, numbered.id
    ) - 1 as place
  from numbered join served on served.member_id = numbered.member_id`

/** Those who come next, at most so many; none that may not be sent yet. */
export async function nextInLine(db: Db, now: string, count: number): Promise<Pick<InLine, 'id' | 'image_count'>[]> {
  const { rows } = await sql<InLine>`
    select id, image_count from (${line(now)}) as line where later = 0 order by place limit ${count}`.execute(db)
  return rows
}

/** How many are ahead of each of these jobs; without those that are not queued. */
export async function placesInLine(db: Db, now: string, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<InLine>`
    select id, place from (${line(now)}) as line where id in (${sql.join(ids)})`.execute(db)
  return new Map(rows.map(({ id, place }) => [id, Number(place)]))
}
