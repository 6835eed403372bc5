import type { Kysely } from 'kysely'

/** Which call marked a job as sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('jobs').addColumn('sent_mark', 'text').execute()
}
