import type { Kysely } from 'kysely'

/** What taking turns needs: the upstreams, when a job was last given a turn, and until when it waits; and batches. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('upstreams')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('hold_until', 'text')
    .execute()
  await db.schema
    .createTable('batches')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('member_id', 'text', (column) => column.notNull().references('members.id'))
    .addColumn('body_hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await addColumns(db)
  await db.schema.createIndex('jobs_batch').on('jobs').column('batch_id').execute()
}

async function addColumns(db: Kysely<unknown>): Promise<void> {
  const jobs = db.schema.alterTable('jobs')
  await jobs.addColumn('batch_id', 'text').execute()
  await jobs.addColumn('upstream', 'text', (column) => column.notNull().defaultTo('')).execute()
  await jobs.addColumn('image_count', 'integer', (column) => column.notNull().defaultTo(1)).execute()
  await jobs.addColumn('attempt', 'integer', (column) => column.notNull().defaultTo(0)).execute()
  await jobs.addColumn('turn_at', 'text').execute()
  await jobs.addColumn('not_before', 'text').execute()
  await jobs.addColumn('waiting', 'text').execute()
}
