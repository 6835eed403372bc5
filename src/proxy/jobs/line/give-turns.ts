import type { Db } from '../../database/tables.ts'
import { transact } from '../../database/transact.ts'
import { appendEvents } from '../append-events.ts'
import type { JobContext } from '../job-context.ts'
import { nextInLine } from './line.ts'
import type { Turn } from './turn.ts'

const MINUTE_MS = 60_000

/** One engine behind one key, and what may be asked of it. */
export interface Upstream {
  /** Says nothing secret. */
  name: string
  /** Jobs running at the same time, in all processes together; null for no limit. */
  concurrency: number | null
  /** Pictures asked for in any minute, by all processes together; null for no limit. */
  imagesPerMinute: number | null
}

export interface GivenTurns {
  turns: Turn[]
  /** When to look again at the latest; null when only a change of some job can make a turn possible. */
  lookAgainAt: string | null
}

/**
 * Gives the jobs that come next their turns, as many as this process and the upstream have room for. The upstream's row
 * is held meanwhile, so that processes give turns one after the other and their limits hold for all of them together.
 */
export async function giveTurns(
  context: Pick<JobContext, 'db' | 'changes' | 'now'>,
  upstream: Upstream,
  slots: number,
): Promise<GivenTurns> {
  const soonest = await soonestInLine(context.db)
  if (slots <= 0 || soonest === null) return { turns: [], lookAgainAt: null }
  if (soonest > context.now()) return { turns: [], lookAgainAt: soonest }
  const given = await transact(context.db, async (transaction): Promise<GivenTurns> => {
    const holdUntil = await holdUpstream(transaction, upstream.name)
    const now = context.now()
    if (holdUntil !== null && holdUntil > now) return { turns: [], lookAgainAt: holdUntil }
    const room = await roomFor(transaction, upstream, now)
    const next = await nextInLine(transaction, now, Math.min(slots, room.jobs))
    const fitting = thoseThatFit(next, room.images, upstream.imagesPerMinute)
    const turns = await startTurns(transaction, upstream.name, fitting, now)
    return { turns, lookAgainAt: fitting.length < next.length ? room.freedAt : null }
  })
  if (given.turns.length > 0) context.changes.ring()
  return given
}

/** When the first of those in line may be sent; empty for now, null when the line is empty. */
async function soonestInLine(db: Db): Promise<string | null> {
  const { soonest } = await db
    .selectFrom('jobs')
    .select((job) => job.fn.min(job.fn.coalesce('not_before', job.val(''))).as('soonest'))
    .where('state', '=', 'queued')
    .executeTakeFirstOrThrow()
  return soonest
}

/** Writing the row locks it until the transaction ends, on every database. */
async function holdUpstream(transaction: Db, name: string): Promise<string | null> {
  const { hold_until } = await transaction
    .insertInto('upstreams')
    .values({ name, version: 0, hold_until: null })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((row) => ({ version: row('upstreams.version', '+', 1) })),
    )
    .returning('hold_until')
    .executeTakeFirstOrThrow()
  return hold_until
}

interface Room {
  jobs: number
  /** Pictures asked for in the last minute. */
  images: number
  /** When the first of them is a minute old. */
  freedAt: string | null
}

async function roomFor(transaction: Db, { name, concurrency, imagesPerMinute }: Upstream, now: string): Promise<Room> {
  const { running } = await transaction
    .selectFrom('jobs')
    .select((job) => job.fn.countAll().as('running'))
    .where('state', '=', 'running')
    .where('upstream', '=', name)
    .executeTakeFirstOrThrow()
  const jobs = concurrency === null ? Number.MAX_SAFE_INTEGER : Math.max(0, concurrency - Number(running))
  if (imagesPerMinute === null) return { jobs, images: 0, freedAt: null }
  const { images, oldest } = await transaction
    .selectFrom('jobs')
    .select((job) => [job.fn.sum('image_count').as('images'), job.fn.min('turn_at').as('oldest')])
    .where('upstream', '=', name)
    // What went back in line was refused, or never sent.
    .where('state', '!=', 'queued')
    .where('turn_at', '>', new Date(Date.parse(now) - MINUTE_MS).toISOString())
    .executeTakeFirstOrThrow()
  const freedAt = oldest === null ? null : new Date(Date.parse(oldest) + MINUTE_MS).toISOString()
  return { jobs, images: Number(images ?? 0), freedAt }
}

type Next = Awaited<ReturnType<typeof nextInLine>>

/** The first ones whose pictures fit into the minute; a job larger than the limit fits into an empty one. */
function thoseThatFit(next: Next, asked: number, perMinute: number | null): Next {
  if (perMinute === null) return next
  let images = asked
  const tooMany = next.findIndex(({ image_count }) => {
    const fits = images === 0 || images + image_count <= perMinute
    images += image_count
    return !fits
  })
  return tooMany === -1 ? next : next.slice(0, tooMany)
}

async function startTurns(transaction: Db, upstream: string, jobs: Next, now: string): Promise<Turn[]> {
  if (jobs.length === 0) return []
  const ids = jobs.map(({ id }) => id)
  const rows = await transaction
    .updateTable('jobs')
    .set((job) => ({
      state: 'running',
      upstream,
      started_at: job.fn.coalesce('started_at', job.val(now)),
      turn_at: now,
      attempt: job('attempt', '+', 1),
      run_id: null,
    }))
    .where('id', 'in', ids)
    .where('state', '=', 'queued')
    .returning(['id', 'attempt'])
    .execute()
  const turns = rows.map(({ id, attempt }) => ({ jobId: id, attempt: Number(attempt) }))
  await appendEvents(
    transaction,
    turns.map(({ jobId }) => jobId),
    'running',
    now,
  )
  return turns
}
