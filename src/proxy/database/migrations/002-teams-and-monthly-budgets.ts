import { type Kysely, sql } from 'kysely'

/** Monthly budgets, admins, revoked tokens, and one budget, one job limit and one credit table for the whole team. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const flag = (name: string) =>
    db.schema
      .alterTable('members')
      .addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
  await flag('monthly')
  await flag('admin')
  await db.schema.alterTable('members').addColumn('revoked_at', 'text').execute()
  await sql`update members set admin = 1 where name = 'local'`.execute(db)

  await db.schema
    .alterTable('ledger')
    .addColumn('month', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await sql`update ledger set month = substr(created_at, 1, 7)`.execute(db)
  await db.schema.createIndex('ledger_member_month').on('ledger').columns(['member_id', 'month']).execute()
  await db.schema.alterTable('jobs').addColumn('credits', 'integer').execute()

  await db.schema
    .createTable('team')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('budget', 'bigint')
    .addColumn('monthly', 'integer', (column) => column.notNull())
    .addColumn('job_limit', 'bigint')
    .addColumn('credits', 'text')
    .addColumn('ledger_version', 'bigint', (column) => column.notNull())
    .execute()
  await sql`insert into team (id, monthly, ledger_version) values ('team', 0, 0)`.execute(db)
}
