import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { openDatabase } from './database/open-database.ts'
import type { Db } from './database/tables.ts'
import type { Engine } from './engines/engine.ts'
import { openArrivingPictures } from './image-store/arriving-pictures.ts'
import type { BlobStore } from './image-store/blob-store.ts'
import { clearAbandoned } from './image-store/clear-abandoned.ts'
import { createImageStore, type ImageStore } from './image-store/image-store.ts'
import type { JobContext } from './jobs/job-context.ts'
import { type Jobs, openJobs } from './jobs/open-jobs.ts'
import { scheduleMaintenance } from './maintenance/schedule-maintenance.ts'
import { refuseWhenFull } from './maintenance/stored-bytes.ts'
import { ensureLocalMember } from './members/ensure-local-member.ts'
import { type Metrics, openMetrics } from './metrics/open-metrics.ts'
import { openBlobs } from './open-blobs.ts'

export interface Stores {
  db: Db
  blobs: BlobStore
  images: ImageStore
  jobs: Jobs
  metrics: Metrics
  /** Token of the member that a first start creates; null where several proxies share the members. */
  localToken: string | null
  /** Waits for pictures already asked for, as long as the settings say. */
  close(): Promise<void>
}

interface StoreParts extends Pick<JobContext, 'log' | 'now'> {
  config: Config
  engine: Engine
  clock: () => Date
}

/** Opens all that is kept, and starts the work on jobs. When it fails, nothing stays open. */
export async function openStores(parts: StoreParts): Promise<Stores> {
  const opened: { close(): Promise<void> }[] = []
  /** One that cannot be closed leaves the others to be. */
  const closeAll = async (): Promise<void> => {
    const failed: unknown[] = []
    for (const one of opened.toReversed()) await one.close().catch((error: unknown) => failed.push(error))
    if (failed.length > 0) throw failed[0]
  }
  try {
    return { ...(await openEach(parts, opened)), close: closeAll }
  } catch (error) {
    await closeAll()
    throw error
  }
}

async function openEach(
  { config, engine, log, now, clock }: StoreParts,
  opened: { close(): Promise<void> }[],
): Promise<Omit<Stores, 'close'>> {
  const { dataDir, databaseUrl, localBudget, stopWaitMs, retention } = config
  const db = await openDatabase(config)
  opened.push({ close: () => db.destroy() })
  const localToken =
    databaseUrl === null ? await ensureLocalMember(db, { dataDir, budget: localBudget, now: now() }) : null
  const blobs = await openBlobs(config, log)
  opened.push(blobs)
  const spool = join(dataDir, 'uploads')
  await mkdir(spool, { recursive: true, mode: 0o700 })
  await clearAbandoned(spool)
  const images = createImageStore({ db, blobs, spool, now })
  const arriving = await openArrivingPictures(dataDir)
  opened.push(arriving)
  const metrics = openMetrics(db, clock)
  const hasRoom = () => refuseWhenFull(db, retention.diskLimitGb)
  const jobs = await openJobs({ db, images, arriving, engine, log, metrics, now, hasRoom, config })
  opened.push({ close: () => jobs.stop(stopWaitMs) })
  const maintenance = scheduleMaintenance({ db, blobs, log, clock, retention })
  opened.push({ close: () => maintenance.stop() })
  return { db, blobs, images, jobs, metrics, localToken }
}
