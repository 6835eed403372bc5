import type { Generated, Kysely } from 'kysely'
import type { JobEvent } from '#contract/http-wire.ts'
import type { ImageFormat } from '#domain/image.ts'
import type { JobState } from '#domain/job.ts'

/** Times are ISO strings in UTC, money is whole micro-dollars, JSON is text, truth is 0 or 1. */
export interface Tables {
  members: MembersTable
  team: TeamTable
  ledger: LedgerTable
  images: ImagesTable
  image_owners: ImageOwnersTable
  masks: MasksTable
  upstreams: UpstreamsTable
  batches: BatchesTable
  jobs: JobsTable
  job_images: JobImagesTable
  job_events: JobEventsTable
  duties: DutiesTable
}

interface MembersTable {
  id: string
  name: string
  /** SHA-256 of the token, in hex; the token itself is kept nowhere in the database. */
  token_hash: string
  budget: number
  /** Raised by every movement of money; the write is what makes two movements of one member wait for each other. */
  ledger_version: number
  /** 1 when the budget starts anew each UTC month. */
  monthly: Generated<number>
  admin: Generated<number>
  /** When the token stopped working; null while it works. */
  revoked_at: string | null
  created_at: string
}

/** One row, `team`: what holds for all members together. */
interface TeamTable {
  id: string
  budget: number | null
  monthly: number
  job_limit: number | null
  /** Credits by resolution; null for a team that counts in dollars. */
  credits: string | null
  /** As of a member. */
  ledger_version: number
}

export interface LedgerTable {
  id: string
  member_id: string
  job_id: string
  kind: 'reserve' | 'settle' | 'release'
  /** What the movement adds to the money held back; negative when it ends a reservation. */
  reserved: number
  /** What the movement adds to the money spent. */
  settled: number
  /** UTC month of the reservation, such as 2026-11: what ends it counts in the same month. */
  month: string
  created_at: string
}

interface ImagesTable {
  id: string
  width: number
  height: number
  format: ImageFormat
  bytes: number
  created_at: string
}

interface ImageOwnersTable {
  image_id: string
  member_id: string
  /** When the member last added or used it. */
  used_at: string | null
  created_at: string
}

/** Pictures that were checked as masks, and the smallest box around all that may change, in pixels. */
interface MasksTable {
  image_id: string
  x: number
  y: number
  width: number
  height: number
}

/** An engine behind one key: what shares its limits. */
interface UpstreamsTable {
  name: string
  /** Raised by whoever gives out a turn; the write is what makes two of them wait for each other. */
  version: number
  /** No job gets a turn before; null when there is nothing to wait for. */
  hold_until: string | null
}

interface BatchesTable {
  id: string
  member_id: string
  /** As of a job. */
  body_hash: string
  created_at: string
}

export interface JobImagesTable {
  job_id: string
  image_id: string
  /** `original`: what an edit started from, and its mask. `raw`: what the engine made of a result that was put together. */
  kind: 'reference' | 'original' | 'partial' | 'raw' | 'result'
}

export interface JobsTable {
  id: string
  member_id: string
  /** SHA-256 of what was submitted, to tell the same submit from another one. */
  body_hash: string
  state: JobState
  model: string
  quality: string
  engine_name: string
  engine_simulated: number
  frame: string
  brief: string
  plan: string
  request: string
  reserved: number
  charged: number | null
  exact: number
  partials: string
  results: string
  failure: string | null
  may_have_been_charged: number
  credits: number | null
  batch_id: string | null
  /** Name of the upstream whose limits it shares. */
  upstream: Generated<string>
  /** Pictures asked for. */
  image_count: Generated<number>
  /** How often it has had a turn. */
  attempt: Generated<number>
  /** When it was last given a turn. */
  turn_at: string | null
  /** No turn before this time. */
  not_before: string | null
  /** The unbilled failure it waits to get over; null when it has none. */
  waiting: string | null
  /** Image ids of results that were placed. */
  placed: Generated<string>
  /** When the person put it away. */
  dismissed_at: string | null
  /** When its pictures were cleared away. */
  cleared_at: string | null
  /** The durable run that works on the job; any other run leaves it alone. */
  run_id: string | null
  /** When the paid call was about to be made. Set once: a job that has it is never sent again. */
  sent_at: string | null
  /** The call that was about to be made then. */
  sent_mark: string | null
  /** When the person wanted it back although it was sent; it is not sent again then. */
  cancel_asked_at: string | null
  /** What the engine answered, its pictures already stored. */
  received: string | null
  /** Of an edit or a cutout: the results made from what was received. */
  finished: string | null
  /** How often that was begun. */
  finish_tries: Generated<number>
  created_at: string
  started_at: string | null
  ended_at: string | null
}

interface JobEventsTable {
  job_id: string
  seq: number
  type: JobEvent['type']
  /** The changing part of the job as it was then. */
  progress: string
  created_at: string
}

/** Work that only one of the processes that share a database does at a time. */
interface DutiesTable {
  name: string
  /** When a process began with it; null when none is at it. */
  taken_at: string | null
}

/** The database, or a transaction on it. */
export type Db = Kysely<Tables>
