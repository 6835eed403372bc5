import { type Kysely, sql } from 'kysely'
import { z } from 'zod'

const kept = z.array(z.object({ image: z.object({ id: z.string() }) }))
const shown = z.array(z.object({ id: z.string() }))
const sent = z.object({ references: z.array(z.object({ imageId: z.string() })) })

/** Which job uses which picture, so that nothing in use is cleared away; what was placed and what was put away. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('job_images')
    .addColumn('job_id', 'text', (column) => column.notNull().references('jobs.id'))
    .addColumn('image_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('job_images_key', ['job_id', 'image_id', 'kind'])
    .execute()
  await db.schema.createIndex('job_images_image').on('job_images').column('image_id').execute()
  const jobs = db.schema.alterTable('jobs')
  await jobs.addColumn('placed', 'text', (column) => column.notNull().defaultTo('[]')).execute()
  await jobs.addColumn('dismissed_at', 'text').execute()
  await jobs.addColumn('cleared_at', 'text').execute()
  await db.schema.alterTable('image_owners').addColumn('used_at', 'text').execute()
  await sql`update image_owners set used_at = created_at`.execute(db)
  await noteEarlierJobs(db)
}

async function noteEarlierJobs(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Record<'id' | 'request' | 'partials' | 'results', string>>`
    select id, request, partials, results from jobs`.execute(db)
  for (const row of rows) {
    const used = [
      ...sent.parse(JSON.parse(row.request)).references.map(({ imageId }) => ['reference', imageId] as const),
      ...shown.parse(JSON.parse(row.partials)).map(({ id }) => ['partial', id] as const),
      ...kept.parse(JSON.parse(row.results)).map(({ image }) => ['result', image.id] as const),
    ]
    for (const [kind, imageId] of used) {
      await sql`insert into job_images (job_id, image_id, kind) values (${row.id}, ${imageId}, ${kind})
        on conflict do nothing`.execute(db)
    }
  }
}
