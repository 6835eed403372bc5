import { type Kysely, sql } from 'kysely'

/**
 * A reservation ends once: by a settlement or by a release, never by both. The sums that budgets are checked against
 * are read from indexes alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create unique index ledger_one_end on ledger (job_id) where kind <> 'reserve'`.execute(db)
  await sql`create index ledger_member_sums on ledger (member_id, month, reserved, settled)`.execute(db)
  await sql`create index ledger_team_sums on ledger (month, reserved, settled)`.execute(db)
  await sql`drop index ledger_member_month`.execute(db)
  await sql`drop index ledger_member`.execute(db)
}
