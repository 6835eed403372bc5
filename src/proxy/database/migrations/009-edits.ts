import type { Kysely } from 'kysely'

/** Where masks allow a change; the pictures of edits and cutouts as they were finished, and how often that was begun. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('masks')
    .addColumn('image_id', 'text', (column) => column.primaryKey())
    .addColumn('x', 'integer', (column) => column.notNull())
    .addColumn('y', 'integer', (column) => column.notNull())
    .addColumn('width', 'integer', (column) => column.notNull())
    .addColumn('height', 'integer', (column) => column.notNull())
    .execute()
  const jobs = db.schema.alterTable('jobs')
  await jobs.addColumn('finished', 'text').execute()
  await jobs.addColumn('finish_tries', 'integer', (column) => column.notNull().defaultTo(0)).execute()
}
