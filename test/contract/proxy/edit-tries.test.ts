import { beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import type { Job } from '#domain/job.ts'
import { withWholePicture } from '#proxy/image-store/whole-picture.ts'
import { type DeliverContext, deliverJob } from '#proxy/jobs/delivery/deliver-job.ts'
import { deliverContext, inDatabase, SIZE, submitEdit, takeBackDelivery, triesOf } from '#support/edits/left-edit.ts'
import { proxiesInTurn } from '#support/proxies-in-turn.ts'

const { start, undo, whatAKillLeaves } = proxiesInTurn()
const kept = { composite: { measures: { changedOutside: 0 } } }

/** A data folder with an edit whose answer is recorded and that no process has put together. */
let dataDir: string
let id: string
beforeEach(async () => {
  const { engine, proxy, calls } = await start()
  id = (await submitEdit(calls)).id
  await (await engine.call(0)).answer()
  await calls.ended(id)
  dataDir = await whatAKillLeaves(proxy.dataDir)
  await takeBackDelivery(dataDir, id)
})

/** Takes every place of the line in which pictures are put together, until what it gives is called. */
function holdTheLine(): () => void {
  let letGo = (): void => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const holding = [1, 2].map(() => withWholePicture(SIZE, () => held))
  undo.push(async () => {
    letGo()
    await Promise.all(holding)
  })
  return letGo
}

/** Lets tests deliver the edit as a process does that found it. */
const delivering = (
  work: (context: DeliverContext, deliver: (context: DeliverContext) => Promise<Job | null>) => Promise<void>,
): Promise<void> =>
  inDatabase(dataDir, async (db) => {
    const row = await db.selectFrom('jobs').select('run_id').where('id', '=', id).executeTakeFirstOrThrow()
    await work(await deliverContext(dataDir, db), (context) => deliverJob(context, { jobId: id, runId: row.run_id }))
  })

describe('a try of putting an edit together', () => {
  test('is not counted while it waits for its turn, nor when that is given up', async () => {
    const letGo = holdTheLine()
    const giveUp = new AbortController()
    await delivering(async (context, deliver) => {
      const given = deliver({ ...context, giveUp: giveUp.signal, finishing: new Map() }).catch(
        (error: unknown) => error,
      )
      const delivered = deliver(context)
      // Each opens the database and asks it, so that what was begun before has long been written.
      for (let looks = 0; looks < 5; looks++) expect(await triesOf(dataDir, id)).toBe(0)
      giveUp.abort(new Error('stopping'))
      letGo()
      expect(await given).toMatchObject({ message: 'stopping' })
      expect((await delivered)?.results).toMatchObject([kept])
    })
    expect(await triesOf(dataDir, id)).toBe(1)
  })

  test('is given back when the process stops in the middle', async () => {
    await delivering(async (context, deliver) => {
      const giveUp = new AbortController()
      const images: typeof context.images = {
        ...context.images,
        async read() {
          expect(await triesOf(dataDir, id)).toBe(1)
          giveUp.abort()
          throw new AppError('internal')
        },
      }
      await expect(deliver({ ...context, images, giveUp: giveUp.signal })).rejects.toMatchObject({ code: 'internal' })
      expect(await triesOf(dataDir, id)).toBe(0)
      expect((await deliver(context))?.results).toMatchObject([kept])
    })
  })

  test('is given back each time the store is away', async () => {
    await delivering(async (context, deliver) => {
      await context.db.updateTable('jobs').set({ finish_tries: 4 }).where('id', '=', id).execute()
      let away = 2
      const read: typeof context.images.read = (...which) =>
        away-- > 0 ? Promise.reject(new AppError('storage_failed')) : context.images.read(...which)
      expect((await deliver({ ...context, images: { ...context.images, read } }))?.results).toMatchObject([kept])
    })
    expect(await triesOf(dataDir, id)).toBe(5)
  })

  test('is one where two want to deliver it', async () => {
    await delivering(async (context, deliver) => {
      const delivered = await Promise.all([deliver(context), deliver(context)])
      expect(delivered.filter((job) => job?.state === 'done')).toHaveLength(1)
    })
    expect(await triesOf(dataDir, id)).toBe(1)
  })

  test('is not made a sixth time: what ended the process each time is delivered as it came', async () => {
    await inDatabase(dataDir, (db) => db.updateTable('jobs').set({ finish_tries: 5 }).where('id', '=', id).execute())
    const [result] = (await (await start({ dataDir })).calls.ended(id)).results
    expect(result).toMatchObject({ composite: null, mismatches: [expect.stringContaining('as it came')] })
  })
})

test('a proxy answers while the edits that dead ones left wait to be put together', async () => {
  const letGo = holdTheLine()
  const { calls } = await start({ dataDir })
  expect((await calls.raw('/healthz')).status).toBe(200)
  expect((await calls.raw('/readyz')).status).toBe(200)
  expect((await calls.job(id)).value).toMatchObject({ state: 'running', results: [] })
  letGo()
  expect((await calls.ended(id)).results).toMatchObject([kept])
})
