import type { Kysely } from 'kysely'

/** What giving turns looks up: when a member was last served, and what an upstream was asked for in the last minute. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('jobs_member_turn').on('jobs').columns(['member_id', 'turn_at']).execute()
  await db.schema.createIndex('jobs_upstream_turn').on('jobs').columns(['upstream', 'turn_at']).execute()
}
