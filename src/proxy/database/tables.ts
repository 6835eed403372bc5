import type { Kysely } from 'kysely'
import type { JobEvent } from '#contract/http-wire.ts'
import type { ImageFormat } from '#domain/image.ts'
import type { JobState } from '#domain/job.ts'

/** Times are ISO strings in UTC, money is whole micro-dollars, JSON is text, truth is 0 or 1. */
export interface Tables {
  members: MembersTable
  ledger: LedgerTable
  images: ImagesTable
  image_owners: ImageOwnersTable
  jobs: JobsTable
  job_events: JobEventsTable
}

interface MembersTable {
  id: string
  name: string
  /** SHA-256 of the token, in hex; the token itself is kept nowhere in the database. */
  token_hash: string
  budget: number
  /** Raised by every movement of money; the write is what makes two movements of one member wait for each other. */
  ledger_version: number
  created_at: string
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
  created_at: string
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
  /** The durable run that works on the job; any other run leaves it alone. */
  run_id: string | null
  /** When the paid call was about to be made. Set once: a job that has it is never sent again. */
  sent_at: string | null
  /** What the engine answered, its pictures already stored. */
  received: string | null
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

/** The database, or a transaction on it. */
export type Db = Kysely<Tables>
