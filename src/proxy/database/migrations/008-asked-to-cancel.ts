import type { Kysely } from 'kysely'

/** A job that was sent cannot be stopped, but it is not sent again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('jobs').addColumn('cancel_asked_at', 'text').execute()
}
