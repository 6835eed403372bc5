import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { JOB_STATES, type JobState } from '#domain/job.ts'
import type { Db, JobImagesTable } from '#proxy/database/tables.ts'
import type { BlobStore } from '#proxy/image-store/blob-store.ts'

/** A picture a member has, last used so many days ago. Pictures and members are numbers. */
interface Hold {
  picture: number
  member: number
  age: number
}

export interface WorldJob {
  member: number
  state: JobState
  /** Days since it was submitted, and since it ended when it has. */
  age: number
  uses: { picture: number; kind: JobImagesTable['kind'] }[]
  /** Pictures the engine answered with that were not noted as the job's yet. */
  received: number[]
  placed: number[]
}

export interface World {
  holds: Hold[]
  jobs: WorldJob[]
}

const MEMBERS = 2
const PICTURES = 5
const member = fc.nat(MEMBERS - 1)
const picture = fc.nat(PICTURES - 1)
const age = fc.constantFrom(0, 0.5, 3, 8, 20, 40)
const KINDS: readonly JobImagesTable['kind'][] = ['reference', 'original', 'partial', 'raw', 'result']
const use = fc.record({ picture, kind: fc.constantFrom(...KINDS) })

const job = fc
  .record({
    member,
    state: fc.constantFrom(...(Object.keys(JOB_STATES) as JobState[])),
    age,
    uses: fc.uniqueArray(use, { maxLength: 4, selector: (one) => `${one.picture} ${one.kind}` }),
    received: fc.uniqueArray(picture, { maxLength: 2 }),
    isPlaced: fc.boolean(),
  })
  .map(({ isPlaced, ...rest }): WorldJob => {
    const results = rest.uses.filter(({ kind }) => kind === 'result').map((one) => one.picture)
    const placed = isPlaced && rest.state === 'done' ? results.slice(0, 1) : []
    return { ...rest, placed }
  })

/** Any members, pictures and jobs. Every picture a job names is its member's. */
export const anyWorld: fc.Arbitrary<World> = fc
  .record({
    holds: fc.array(fc.record({ picture, member, age }), { maxLength: 4 }),
    jobs: fc.array(job, { maxLength: 5 }),
    namedAge: age,
  })
  .map(({ holds, jobs, namedAge }) => {
    const named = jobs.flatMap((one) =>
      [...one.uses.map((used) => used.picture), ...one.received].map((used) => ({
        picture: used,
        member: one.member,
        age: namedAge,
      })),
    )
    const all = new Map([...named, ...holds].map((hold) => [`${hold.picture} ${hold.member}`, hold]))
    return { holds: [...all.values()], jobs }
  })

export interface BuiltWorld {
  memberIds: string[]
  pictureIds: string[]
  jobIds: string[]
}

/** Puts a world into a database and a store of bytes, as it is at a time. */
export async function buildWorld(db: Db, blobs: BlobStore, world: World, now: Date): Promise<BuiltWorld> {
  const ago = (days: number): string => new Date(now.getTime() - days * 24 * 60 * 60 * 1000).toISOString()
  const memberIds = Array.from({ length: MEMBERS }, () => randomUUID())
  const bytes = Array.from({ length: PICTURES }, () => Buffer.from(randomUUID()))
  const pictureIds = (await Promise.all(bytes.map((one) => blobs.write([one])))).map(({ id }) => id)
  const idOf = (index: number): string => pictureIds[index] ?? ''
  const jobIds = world.jobs.map(() => randomUUID())
  await db.transaction().execute(async (transaction) => {
    for (const id of memberIds) {
      const row = { id, name: id, token_hash: id, budget: 0, ledger_version: 0, created_at: ago(100) }
      await transaction.insertInto('members').values(row).execute()
    }
    for (const id of new Set(world.holds.map((hold) => idOf(hold.picture)))) {
      const row = { id, width: 16, height: 16, format: 'png' as const, bytes: 36, created_at: ago(100) }
      await transaction.insertInto('images').values(row).execute()
    }
    for (const hold of world.holds) {
      const row = { image_id: idOf(hold.picture), member_id: memberIds[hold.member] ?? '', created_at: ago(100) }
      await transaction
        .insertInto('image_owners')
        .values({ ...row, used_at: ago(hold.age) })
        .execute()
    }
    for (const [index, { uses, placed, received, ...one }] of world.jobs.entries()) {
      const id = jobIds[index] ?? ''
      await transaction
        .insertInto('jobs')
        .values({
          ...emptyJob,
          id,
          member_id: memberIds[one.member] ?? '',
          state: one.state,
          created_at: ago(one.age),
          ended_at: JOB_STATES[one.state].ended ? ago(one.age) : null,
          received: received.length === 0 ? null : JSON.stringify(received.map(idOf)),
          placed: JSON.stringify(placed.map(idOf)),
        })
        .execute()
      for (const { picture: used, kind } of uses) {
        await transaction
          .insertInto('job_images')
          .values({ job_id: id, image_id: idOf(used), kind })
          .execute()
      }
    }
  })
  return { memberIds, pictureIds, jobIds }
}

const emptyJob = {
  body_hash: '',
  model: 'gpt-image-2',
  quality: 'low',
  engine_name: 'hand',
  engine_simulated: 1,
  frame: '{}',
  brief: '{}',
  plan: '{}',
  request: '{}',
  reserved: 0,
  charged: null,
  exact: 1,
  partials: '[]',
  results: '[]',
  failure: null,
  may_have_been_charged: 0,
  run_id: null,
  sent_at: null,
  started_at: null,
}
