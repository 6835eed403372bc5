import { type Kysely, sql } from 'kysely'

/** Work that only one of the processes that share a database does at a time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('duties')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('taken_at', 'text')
    .execute()
  await sql`insert into duties (name) values ('maintenance')`.execute(db)
}
