import type { Logger } from 'pino'
import type { RetentionConfig } from '../config.ts'
import type { Db } from '../database/tables.ts'
import type { BlobStore } from '../image-store/blob-store.ts'
import { describeError } from '../log.ts'
import { onDuty } from './duty.ts'
import { endHold, holdsThatMayEnd } from './end-holds.ts'
import { forgetEvents } from './forget-events.ts'
import { removePicture, unownedPictures } from './remove-picture.ts'
import { agesAt } from './retention-ages.ts'

/** Bytes written so recently may be about to be noted as a picture. Milliseconds. */
const YOUNG_MS = 60 * 60 * 1000

export interface MaintenanceContext {
  db: Db
  blobs: BlobStore
  log: Logger
  clock: () => Date
  retention: RetentionConfig
  /** Bytes written later stay, whatever the clock says. The last hour's unless told. */
  unlessWrittenSince?: Date
  /** Ends the run early; the next one goes on. */
  stopped?: AbortSignal
}

/** What a run of the maintenance cleared away. */
export interface Cleared {
  /** Jobs with results that are no longer kept. */
  jobs: number
  pictures: number
  bytes: number
}

/**
 * Clears away what retention no longer keeps: results that were not placed, uploads that nothing uses, unfinished
 * pictures of ended jobs, what happened to jobs that ended long ago. Null when another process is at it.
 */
export function runMaintenance(context: MaintenanceContext): Promise<Cleared | null> {
  const { db, blobs, clock, retention, stopped } = context
  const { unlessWrittenSince = new Date(Date.now() - YOUNG_MS) } = context
  return onDuty(db, clock, async () => {
    const ages = agesAt(clock(), retention)
    const cleared: Cleared = { jobs: 0, pictures: 0, bytes: 0 }
    for (const hold of await holdsThatMayEnd(db, ages)) {
      if (stopped?.aborted) return cleared
      const jobs = await orLog(context, endHold(db, hold, ages, clock().toISOString()))
      cleared.jobs += jobs ?? 0
    }
    for (const { id } of await unownedPictures(db)) {
      if (stopped?.aborted) return cleared
      const bytes = await orLog(context, removePicture(db, blobs, id, unlessWrittenSince))
      if (bytes === null) continue
      cleared.pictures += 1
      cleared.bytes += bytes
    }
    while (!stopped?.aborted && (await forgetEvents(db, ages.events)) > 0);
    return cleared
  })
}

/** One picture that cannot be cleared now leaves the others to be. */
async function orLog<Done>({ log }: MaintenanceContext, work: Promise<Done>): Promise<Done | null> {
  try {
    return await work
  } catch (error) {
    log.warn(describeError(error), 'a picture could not be cleared away')
    return null
  }
}
