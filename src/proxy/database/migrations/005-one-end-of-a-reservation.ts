import { type Kysely, sql } from 'kysely'

/** A reservation ends once: by a settlement or by a release, never by both. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create unique index ledger_one_end on ledger (job_id) where kind <> 'reserve'`.execute(db)
}
