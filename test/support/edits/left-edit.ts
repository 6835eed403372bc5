import { join } from 'node:path'
import { openDatabase } from '#proxy/database/open-database.ts'
import type { Db } from '#proxy/database/tables.ts'
import { openFileBlobs } from '#proxy/image-store/file-blobs.ts'
import { createImageStore } from '#proxy/image-store/image-store.ts'
import { createBell } from '#proxy/jobs/bell.ts'
import type { DeliverContext } from '#proxy/jobs/delivery/deliver-job.ts'
import { createLog } from '#proxy/log.ts'
import { openMetrics } from '#proxy/metrics/open-metrics.ts'
import { type ProxyCalls, sampleSubmit } from '../call-proxy.ts'
import { keptEdit, maskPng } from '../kept-edit.ts'
import { samplePng } from '../sample-images.ts'

export const SIZE = { width: 900, height: 600 }
const BOX = { x: 300, y: 200, width: 240, height: 160 }

/** Submits an edit of an original of `SIZE` with a mask. */
export async function submitEdit(calls: ProxyCalls) {
  const original = (await calls.uploadOriginal(await samplePng(SIZE.width, SIZE.height))).value
  const mask = (await calls.uploadMask(await maskPng(SIZE, BOX), SIZE)).value
  const { id } = (await calls.submit(sampleSubmit(keptEdit(original, mask)))).value
  return { original, id }
}

/** Works on the database in a data folder. */
export async function inDatabase<Value>(dataDir: string, work: (db: Db) => Promise<Value>): Promise<Value> {
  const db = await openDatabase({ dataDir, databaseUrl: null })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/** Makes a delivered edit what it is when a process dies between recording the answer and putting it together. */
export const takeBackDelivery = (dataDir: string, id: string): Promise<void> =>
  inDatabase(dataDir, async (db) => {
    const asReceived = { state: 'running', results: '[]', finished: null, charged: null, ended_at: null } as const
    await db
      .updateTable('jobs')
      .set({ ...asReceived, finish_tries: 0 })
      .where('id', '=', id)
      .execute()
    await db.deleteFrom('job_events').where('type', '=', 'done').execute()
    await db.deleteFrom('ledger').where('kind', '=', 'settle').execute()
    await db.deleteFrom('job_images').where('kind', '=', 'result').execute()
  })

/** What a process delivers with, besides its engine. */
export async function deliverContext(dataDir: string, db: Db): Promise<DeliverContext> {
  const now = () => new Date().toISOString()
  const blobs = await openFileBlobs(join(dataDir, 'images'))
  return {
    db,
    images: createImageStore({ db, blobs, spool: join(dataDir, 'uploads'), now }),
    log: createLog('silent'),
    metrics: openMetrics(db, () => new Date()),
    now,
    changes: createBell(),
    giveUp: new AbortController().signal,
    finishing: new Map(),
  }
}

/** How often putting an edit together was begun. */
export const triesOf = (dataDir: string, id: string): Promise<number> =>
  inDatabase(dataDir, async (db) => {
    const row = await db.selectFrom('jobs').select('finish_tries').where('id', '=', id).executeTakeFirstOrThrow()
    return Number(row.finish_tries)
  })
